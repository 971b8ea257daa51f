import {
  IconCalendarMinus,
  IconCalendarPlus,
  IconCheck,
  IconCopy,
  IconEdit,
  IconTrash,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { campaignItems } from './campaign-items.tsx';
import { useTileDeeds } from './composer/deeds/tile-deeds.tsx';
import { isMovable } from './place-posts.ts';
import { useTileSurroundings } from './tile-context.ts';
import type { FindTile } from './use-find-tile.ts';
import type { PickedDeeds } from './use-picked-deeds.ts';

type Place = { x: number; y: number; tile: PostTile };

/** The menu of the right button on a post; on a picked one it means all that are picked. */
export function useTileMenu(find: FindTile) {
  const [place, setPlace] = useState<Place>();
  return {
    place,
    close: () => {
      setPlace(undefined);
      document.querySelector<HTMLElement>(`[data-post="${place?.tile.id ?? ''}"]`)?.focus();
    },
    open: (event: MouseEvent) => {
      const element = (event.target as Element).closest('[data-post]');
      const tile = find(element?.getAttribute('data-post') ?? '');
      if (!element || !tile) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      // The menu key has no place of its own.
      const isKey = event.clientX === 0 && event.clientY === 0;
      setPlace({
        tile,
        x: isKey ? box.left + 16 : event.clientX,
        y: isKey ? box.top + 16 : event.clientY,
      });
    },
  };
}

export function TileMenu({
  menu,
  pickedTiles,
  deeds,
  onOpen,
  onPick,
}: {
  menu: ReturnType<typeof useTileMenu>;
  pickedTiles: readonly PostTile[];
  deeds: PickedDeeds;
  onOpen: (postId: string) => void;
  onPick: (postId: string) => void;
}) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const { campaigns } = useTileSurroundings();
  const copy = useChange(
    api.posts.duplicate.mutationOptions({ onSuccess: ({ postId }) => onOpen(postId) }),
  );
  const tile = menu.place?.tile;
  const isPicked = tile !== undefined && pickedTiles.some((one) => one.id === tile.id);
  const meant = isPicked ? pickedTiles : tile ? [tile] : [];
  const more = useTileDeeds(meant, onOpen);
  if (!tile) return null;
  const drafts = meant.filter((one) => one.state === 'draft');
  const items: MenuItem[] = [
    { label: t('menu.open'), icon: <IconEdit />, run: () => onOpen(tile.id) },
    {
      label: t(isPicked ? 'menu.unpick' : 'menu.pick'),
      icon: <IconCheck />,
      right: <KeyCap>X</KeyCap>,
      run: () => onPick(tile.id),
    },
    { label: t('menu.copy'), icon: <IconCopy />, run: () => copy.mutate({ postId: tile.id }) },
    ...more,
    'line',
    ...timeItems(meant, deeds, t),
    'line',
    ...campaignItems([...campaigns.values()], (one) => deeds.assign(meant, one), t),
    'line',
    {
      label: t('bulk.remove', { count: drafts.length }),
      icon: <IconTrash />,
      danger: true,
      disabled: drafts.length === 0,
      run: () => deeds.remove(drafts),
    },
  ];
  return (
    <ContextMenu
      at={menu.place}
      label={t('menu.label', { title: tile.title })}
      items={items}
      onClose={menu.close}
    />
  );
}

/** What changes when the posts go out. */
function timeItems(
  meant: readonly PostTile[],
  deeds: PickedDeeds,
  t: TFunction<'plan'>,
): MenuItem[] {
  const planned = meant.filter((one) => one.at !== undefined && isMovable(one));
  const disabled = planned.length === 0;
  return [
    { label: t('menu.dayLater'), disabled, run: () => deeds.moveDays(planned, 1) },
    { label: t('menu.weekLater'), disabled, run: () => deeds.moveDays(planned, 7) },
    {
      label: t('bulk.nextSlots'),
      icon: <IconCalendarPlus />,
      disabled: !meant.some(isMovable),
      run: () => deeds.place(meant.filter(isMovable)),
    },
    {
      label: t('bulk.unplan'),
      icon: <IconCalendarMinus />,
      right: <KeyCap>{t('menu.deleteKey')}</KeyCap>,
      disabled,
      run: () => deeds.unplan(planned),
    },
  ];
}
