import { useDraggable, useDroppable } from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { focusedPost } from './focused-post.ts';
import { PlaceDrafts } from './place-drafts.tsx';
import { useTileSurroundings } from './tile-context.ts';
import type { PlanDeeds } from './use-plan-deeds.ts';

/** Drafts without a date, to be drawn onto a day; at the right what the shown time holds. */
export function DraftsTray({
  published,
  planned,
  deeds,
}: {
  published: number;
  planned: number;
  deeds: PlanDeeds;
}) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const drafts = useQuery(api.posts.drafts.queryOptions({ input: { limit: 50 } }));
  const { has } = useShopFocus();
  const isOfShop = ({ accountIds }: PostTile) => accountIds.length === 0 || accountIds.some(has);
  const items =
    drafts.data?.items.filter((draft) => draft.at === undefined && isOfShop(draft)) ?? [];
  const drop = useDroppable({ id: 'tray' });
  useShortcut('p', () => {
    const postId = focusedPost();
    const draft = items.find((one) => one.id === postId);
    if (draft) deeds.place([draft]);
  });
  return (
    <footer ref={drop.setNodeRef} className={drop.isOver ? 'tray day-over' : 'tray'}>
      <span className="tray-label">{t('toPlace')}</span>
      {items.length > 0 ? (
        <div className="tray-list">
          {items.map((draft) => (
            <Draft key={draft.id} draft={draft} />
          ))}
        </div>
      ) : null}
      {items.length > 0 ? (
        <PlaceDrafts
          count={items.length}
          busy={deeds.isBusy}
          onPlace={(slots) => deeds.place(items, slots)}
        />
      ) : null}
      <span className="small muted grow wide">{t(items.length > 0 ? 'drag' : 'noDrafts')}</span>
      <span className="small muted num wide-plan">
        {t('published', { count: published })}, {t('planned', { count: planned })}
      </span>
    </footer>
  );
}

function Draft({ draft }: { draft: PostTile }) {
  const { t } = useTranslation('plan');
  const { picked, onPress } = useTileSurroundings();
  const drag = useDraggable({ id: draft.id, data: { tile: draft } });
  const isPicked = picked.has(draft.id);
  const classes = ['tray-draft', isPicked && 'tile-picked', drag.isDragging && 'tile-lifted'];
  return (
    <button
      type="button"
      ref={drag.setNodeRef}
      className={classes.filter(Boolean).join(' ')}
      data-post={draft.id}
      aria-roledescription={t('tileRole')}
      aria-keyshortcuts="P"
      aria-describedby={drag.attributes['aria-describedby']}
      aria-pressed={picked.size > 0 ? isPicked : undefined}
      {...drag.listeners}
      onClick={(event) => onPress(draft.id, event)}
    >
      <IconGripVertical aria-hidden />
      <Thumbnail url={draft.thumbUrl} widthPx={32} />
      <span className="cut">{draft.title || t('untitled')}</span>
    </button>
  );
}
