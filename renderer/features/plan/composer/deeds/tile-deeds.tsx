import { IconRepeatOnce, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../../../shared/contract/posts.ts';
import { useApi, useStudio } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import type { MenuItem } from '../../../../ui/menu.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import { settleLate } from './settle-late.ts';

const coming = new Set(['scheduled', 'preparing', 'ready', 'waiting', 'failed', 'missed']);

/** For the menu of a post in the calendar: out now, or once more as new. */
export function useTileDeeds(
  meant: readonly PostTile[],
  onOpen: (postId: string) => void,
): MenuItem[] {
  const { t } = useTranslation('deeds');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const republish = useChange(
    api.posts.republish.mutationOptions({ onSuccess: ({ postId }) => onOpen(postId) }),
  );
  const planned = meant.filter((tile) => coming.has(tile.state)).map((tile) => tile.id);
  const [only] = meant.length === 1 ? meant : [];
  const publish = async () => {
    const { done, left } = await settleLate(client, 'publish', planned);
    const said = [
      done > 0 ? t('late.published', { count: done }) : '',
      left > 0 ? t('late.some', { count: left }) : '',
    ];
    toast({ text: said.filter(Boolean).join(' ') });
  };
  return [
    {
      label: t('menu.publishNow'),
      icon: <IconSend />,
      disabled: planned.length === 0,
      run: () => void publish(),
    },
    {
      label: t('menu.republish'),
      icon: <IconRepeatOnce />,
      disabled: only?.state !== 'published',
      run: () => only && republish.mutate({ postId: only.id }),
    },
  ];
}
