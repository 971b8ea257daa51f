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
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { neighbourSpot } from './plan-view.ts';
import { TileBody } from './post-tile.tsx';

/** Under the pointer; with the keyboard, where the lifted tile lies. */
const findDay: CollisionDetection = (input) => {
  const under = pointerWithin(input);
  return under.length > 0 ? under : rectIntersection(input);
};

/** Arrow keys carry a lifted post from day to day. A draft starts at the first day shown. */
const carryByKeys: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const { active, over, droppableRects, droppableContainers } = context;
  // A key that follows at once comes before the first measuring: the post still lies on its own day.
  const wall = tileOf(active?.data.current)?.wall;
  const own = [wall?.slice(0, 13), wall?.slice(0, 10)].find((id) => id && droppableRects.has(id));
  const from = over && over.id !== 'tray' ? String(over.id) : own;
  const spots = droppableContainers.getEnabled().map((one) => String(one.id));
  const first = spots.find((id) => id !== 'tray');
  const to = from ? neighbourSpot(from, event.code) : first;
  const rect = to === undefined ? undefined : droppableRects.get(to);
  if (!rect || !event.code.startsWith('Arrow')) return undefined;
  event.preventDefault();
  // Before the lifted tile is measured it is as large as the one it was lifted from.
  const size = context.collisionRect ?? context.activeNode?.getBoundingClientRect();
  return {
    x: rect.left + (rect.width - (size?.width ?? 0)) / 2,
    y: rect.top + (rect.height - (size?.height ?? 0)) / 2,
    ...(to === from ? currentCoordinates : {}),
  };
};

const keyCodes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

/** Lets posts be carried to another day by mouse, touch, or space bar and arrow keys. */
export function DragPosts({
  onDrop,
  children,
}: {
  /** `spot` is a day (`2026-11-26`), an hour (`2026-11-26T18`) or `tray`. */
  onDrop: (tile: PostTile, spot: string) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('plan');
  const [lifted, setLifted] = useState<PostTile>();
  const announcements = useAnnouncements();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: carryByKeys, keyboardCodes: keyCodes }),
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findDay}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('dragHow') },
      }}
      onDragStart={({ active }) => setLifted(tileOf(active.data.current))}
      onDragCancel={() => setLifted(undefined)}
      onDragEnd={({ active, over }) => {
        setLifted(undefined);
        const tile = tileOf(active.data.current);
        if (tile && over) onDrop(tile, String(over.id));
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {lifted ? (
          <div className="tile tile-flying">
            <TileBody tile={lifted} />
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}

function tileOf(data: Record<string, unknown> | undefined): PostTile | undefined {
  return data?.['tile'] as PostTile | undefined;
}

function useAnnouncements(): Announcements {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const title = (data: Record<string, unknown> | undefined) => tileOf(data)?.title ?? '';
  const day = (id: string | number) => {
    const [date = '', hour] = String(id).split('T');
    if (date === 'tray') return t('toPlace');
    return hour === undefined ? formats.dateLong(`${date}T12:00:00Z`) : `${hour}:00`;
  };
  return {
    onDragStart: ({ active }) => t('say.lifted', { title: title(active.data.current) }),
    onDragOver: ({ over }) => (over ? t('say.over', { day: day(over.id) }) : t('say.outside')),
    onDragEnd: ({ active, over }) =>
      over
        ? t('say.dropped', { title: title(active.data.current), day: day(over.id) })
        : t('say.back'),
    onDragCancel: () => t('say.back'),
  };
}
