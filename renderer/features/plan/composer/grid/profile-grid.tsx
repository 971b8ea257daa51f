import './profile-grid.css';
import {
  DndContext,
  PointerSensor,
  closestCenter,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../../../shared/contract/posts.ts';
import { useFormats } from '../../../../link/formats-context.tsx';
import { useApi, useStudio } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { useNow } from '../../../../link/use-now.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Segments } from '../../../../ui/segments.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import { gridOrder, isSwappable, neighbour, swapTimes } from './grid-order.ts';

const dayMs = 86_400_000;

/** How an Instagram profile will look: what is planned stands on top of what is out, three in a row, in
 *  the crop of the profile. Planned posts exchange their times when one is laid on another. */
export function ProfileGrid({
  chosenId,
  onOpen,
}: {
  /** The post whose sheet is open. */
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const today = useNow().slice(0, 10);
  const accounts = useQuery(api.accounts.list.queryOptions());
  const own = (accounts.data?.accounts ?? []).filter((one) => one.network === 'instagram');
  const [asked, setAsked] = useState<string>();
  const accountId = own.find((one) => one.id === asked)?.id ?? own[0]?.id;
  const midnight = Date.parse(`${today}T00:00:00Z`);
  const posts = useQuery(
    api.posts.calendar.queryOptions({
      input: {
        from: new Date(midnight - 60 * dayMs).toISOString(),
        to: new Date(midnight + 90 * dayMs).toISOString(),
        perDay: 6,
        accountId: accountId ?? '-',
      },
      enabled: accountId !== undefined,
    }),
  );
  if (accounts.data && own.length === 0) return <EmptyState title={t('grid.noAccount')} />;
  const tiles = gridOrder(posts.data?.items ?? []);
  return (
    <section className="profile" aria-label={t('grid.label')}>
      {own.length > 1 && accountId ? (
        <Segments
          label={t('grid.account')}
          value={accountId}
          options={own.map((one) => ({ value: one.id, label: one.username ?? one.name }))}
          onChange={setAsked}
        />
      ) : null}
      {posts.data && tiles.length === 0 ? (
        <EmptyState title={t('grid.empty')} />
      ) : (
        <Grid tiles={tiles} chosenId={chosenId} onOpen={onOpen} />
      )}
      <p className="small muted">{t('grid.hint')}</p>
    </section>
  );
}

function Grid({
  tiles,
  chosenId,
  onOpen,
}: {
  tiles: readonly PostTile[];
  chosenId: string | undefined;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('composer');
  const list = useRef<HTMLUListElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const swap = useSwap();
  const focus = (at: number) =>
    list.current?.querySelectorAll<HTMLButtonElement>('.profile-tile')[at]?.focus();
  const exchange = (from: number, to: number) => {
    const [one, other] = [tiles[from], tiles[to]];
    if (one && other) swap(one, other);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const next = neighbour(at, event.key, tiles.length);
    if (next === at) return;
    event.preventDefault();
    // The calendar around it has arrows of its own.
    event.stopPropagation();
    if (event.altKey) exchange(at, next);
    focus(next);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => over && exchange(Number(active.id), Number(over.id))}
    >
      <p id="profile-keys" hidden>
        {t('grid.keys')}
      </p>
      <ul ref={list} className="profile-grid">
        {tiles.map((tile, at) => (
          <li key={tile.id}>
            <GridTile
              tile={tile}
              at={at}
              chosen={tile.id === chosenId}
              onOpen={() => onOpen(tile.id)}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
          </li>
        ))}
      </ul>
    </DndContext>
  );
}

function GridTile({
  tile,
  at,
  chosen,
  onOpen,
  onKeyDown,
}: {
  tile: PostTile;
  at: number;
  chosen: boolean;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useTranslation('composer');
  const formats = useFormats();
  const movable = isSwappable(tile);
  const drag = useDraggable({ id: at, disabled: !movable });
  const drop = useDroppable({ id: at, disabled: !movable });
  const when = tile.at ? formats.dateTime(tile.at) : '';
  const classes = [
    'profile-tile',
    movable && 'profile-planned',
    chosen && 'profile-chosen',
    drag.isDragging && 'profile-lifted',
    drop.isOver && !drag.isDragging && 'profile-over',
  ];
  const moved = drag.transform;
  return (
    <button
      type="button"
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={classes.filter(Boolean).join(' ')}
      style={moved ? { transform: `translate(${moved.x}px, ${moved.y}px)` } : undefined}
      aria-label={t(movable ? 'grid.planned' : 'grid.out', { title: tile.title, when })}
      aria-describedby={movable ? 'profile-keys' : undefined}
      {...drag.listeners}
      onKeyDown={onKeyDown}
      onClick={onOpen}
    >
      {tile.thumbUrl ? (
        <img src={tile.thumbUrl} alt="" draggable={false} />
      ) : (
        <span className="profile-words">{tile.title}</span>
      )}
      {movable ? (
        <span className="profile-when num">
          <IconClock aria-hidden /> {when}
        </span>
      ) : null}
    </button>
  );
}

/** Two posts exchange their times in one step, which can be taken back in one. */
function useSwap() {
  const { t } = useTranslation('composer');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const replan = useChange(
    api.posts.replan.mutationOptions({
      onSuccess: ({ moved, refused }) => {
        const [first] = refused;
        if (first) return toast({ title: first.title, text: first.text });
        const moves = moved.map((one) => one.before);
        toast({
          text: t('grid.swapped'),
          undo: () => void client.posts.replan({ moves }).catch(() => {}),
        });
      },
    }),
  );
  return (one: PostTile, other: PostTile) => {
    const moves = swapTimes(one, other);
    if (moves.length > 0) replan.mutate({ moves });
  };
}
