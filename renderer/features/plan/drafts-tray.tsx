import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { focusedPost } from './focused-post.ts';
import { PlaceDrafts } from './place-drafts.tsx';
import { usePlaceNext } from './use-place-next.ts';

/** Drafts without a date, to be drawn onto a day; at the right what the shown time holds. */
export function DraftsTray({
  tiles,
  onOpen,
}: {
  tiles: readonly PostTile[];
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const drafts = useQuery(api.posts.drafts.queryOptions({ input: { limit: 50 } }));
  const items = drafts.data?.items.filter((draft) => draft.at === undefined) ?? [];
  const place = usePlaceNext();
  const drop = useDroppable({ id: 'tray' });
  const postIds = items.map((draft) => draft.id);
  useShortcut('p', () => {
    const postId = focusedPost();
    if (postId !== undefined && postIds.includes(postId)) place.mutate({ postIds: [postId] });
  });
  const published = tiles.filter((tile) => tile.state === 'published').length;
  const planned = tiles.length - published;
  return (
    <footer ref={drop.setNodeRef} className={drop.isOver ? 'tray day-over' : 'tray'}>
      <span className="tray-label">{t('toPlace')}</span>
      {items.length > 0 ? (
        <div className="tray-list">
          {items.map((draft) => (
            <Draft key={draft.id} draft={draft} onOpen={onOpen} />
          ))}
        </div>
      ) : null}
      {items.length > 0 ? (
        <PlaceDrafts postIds={postIds} busy={place.isPending} onPlace={place.mutate} />
      ) : null}
      <span className="small muted grow wide">{t(items.length > 0 ? 'drag' : 'noDrafts')}</span>
      <span className="small muted num wide-plan">
        {t('published', { count: published })}, {t('planned', { count: planned })}
      </span>
    </footer>
  );
}

function Draft({ draft, onOpen }: { draft: PostTile; onOpen: (postId: string) => void }) {
  const { t } = useTranslation('plan');
  const drag = useDraggable({ id: draft.id, data: { tile: draft } });
  return (
    <button
      type="button"
      ref={drag.setNodeRef}
      className={drag.isDragging ? 'tray-draft tile-lifted' : 'tray-draft'}
      data-post={draft.id}
      aria-roledescription={t('tileRole')}
      aria-keyshortcuts="P"
      aria-describedby={drag.attributes['aria-describedby']}
      {...drag.listeners}
      onClick={() => onOpen(draft.id)}
    >
      <IconGripVertical aria-hidden />
      <Thumbnail url={draft.thumbUrl} widthPx={32} />
      <span className="cut">{draft.title || t('untitled')}</span>
    </button>
  );
}
