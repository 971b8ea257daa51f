import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
  type Announcements,
  type CollisionDetection,
} from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { carryByKeys, scaleOf, tileOf } from './carry-by-keys.ts';
import { dropSpot, type Carried } from './drop-spot.ts';
import { TileBody } from './post-tile.tsx';

/** Under the pointer; with the keyboard, where the lifted tile lies. */
const findDay: CollisionDetection = (input) => {
  const under = pointerWithin(input);
  return under.length > 0 ? under : rectIntersection(input);
};

const keyCodes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

/** Lets posts be carried to another day or hour by mouse, touch, or space bar and arrow keys. */
export function DragPosts({
  onDrop,
  onLift,
  count,
  children,
}: {
  /** `spot` is a day (`2026-11-26`), a time of it (`2026-11-26T18:45`) or `tray`. */
  onDrop: (tile: PostTile, spot: string) => void;
  onLift: (isLifted: boolean) => void;
  /** How many posts move with this one. */
  count: (tile: PostTile) => number;
  children: ReactNode;
}) {
  const { t } = useTranslation('plan');
  const { zone } = useFormats();
  const [lifted, setLifted] = useState<PostTile>();
  const [spot, setSpot] = useState<string>();
  const announcements = useAnnouncements(zone);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: carryByKeys, keyboardCodes: keyCodes }),
  );
  const lay = () => {
    setLifted(undefined);
    setSpot(undefined);
    onLift(false);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findDay}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('dragHow') },
      }}
      onDragStart={({ active }) => {
        setLifted(tileOf(active.data.current));
        onLift(true);
      }}
      onDragMove={(event) => setSpot(dropSpot(event, zone))}
      onDragCancel={lay}
      onDragEnd={(event) => {
        const tile = tileOf(event.active.data.current);
        const to = dropSpot(event, zone);
        lay();
        if (tile && to !== undefined) onDrop(tile, to);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {lifted ? <Flying tile={lifted} spot={spot} count={count(lifted)} /> : null}
      </DragOverlay>
    </DndContext>
  );
}

/** The lifted post with the time it would get, and what the clocks do to it there. */
function Flying({
  tile,
  spot,
  count,
}: {
  tile: PostTile;
  spot: string | undefined;
  count: number;
}) {
  const { t } = useTranslation('plan');
  const { zone } = useFormats();
  const isTimed = spot !== undefined && spot.length > 10;
  const settled = isTimed ? settleWallTime(spot, zone)?.wall : undefined;
  const gap = isTimed && settled !== undefined && settled !== spot ? { spot, settled } : undefined;
  return (
    <div className="tile tile-flying">
      <TileBody tile={tile} {...(settled ? { time: settled.slice(11) } : {})} />
      {count > 1 ? <span className="flying-count num">{count}</span> : null}
      {gap ? (
        <span className="flying-note small">
          {t('gap', { time: gap.spot.slice(11), later: gap.settled.slice(11) })}
        </span>
      ) : null}
    </div>
  );
}

function useAnnouncements(zone: string): Announcements {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const title = (data: Record<string, unknown> | undefined) => tileOf(data)?.title ?? '';
  const place = (carried: Carried) => {
    const spot = dropSpot(carried, zone);
    if (spot === undefined) return undefined;
    if (spot === 'tray') return t('toPlace');
    const [date = '', time] = spot.split('T');
    const day = formats.dateLong(`${date}T12:00:00Z`);
    return time === undefined ? day : `${day}, ${time}`;
  };
  const sayPlace = (carried: Carried) => {
    const day = place(carried);
    return day === undefined ? t('say.outside') : t('say.over', { day });
  };
  return {
    onDragStart: ({ active }) => t('say.lifted', { title: title(active.data.current) }),
    onDragMove: (event) => (scaleOf(event.over?.data.current) ? sayPlace(event) : undefined),
    onDragOver: sayPlace,
    onDragEnd: (event) => {
      const day = place(event);
      if (day === undefined) return t('say.back');
      return t('say.dropped', { title: title(event.active.data.current), day });
    },
    onDragCancel: () => t('say.back'),
  };
}
