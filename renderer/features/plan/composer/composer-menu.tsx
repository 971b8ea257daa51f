import {
  IconCalendarOff,
  IconCopy,
  IconDots,
  IconPencil,
  IconRepeatOnce,
  IconSend,
  IconTrash,
  IconTrashX,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Post } from '../../../../shared/contract/posts.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { ChangeTextDialog } from './deeds/change-text-dialog.tsx';
import { DeleteDialog } from './deeds/delete-dialog.tsx';
import { isChangeable, onlineTargets } from './deeds/online-targets.ts';
import type { PostDeeds } from './use-post-deeds.ts';

const cancellable = new Set(['scheduled', 'preparing', 'ready', 'waiting', 'failed', 'missed']);
const out = new Set(['published', 'publishing', 'uncertain']);

type Asking = 'text' | 'delete' | undefined;

/** The less frequent deeds: now, take back, copy, delete; and of a post that is out: other words, off
 *  the network, once more as new. */
export const ComposerMenu = memo(function ComposerMenu({
  post,
  accounts,
  deeds,
}: {
  post: Post | undefined;
  accounts: readonly Account[];
  deeds: PostDeeds;
}) {
  const { t } = useTranslation(['composer', 'deeds']);
  const [asking, setAsking] = useState<Asking>();
  if (!post) return null;
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu
        target={<IconButton label={t('menu.label')} icon={<IconDots />} />}
        items={menuItems(post, deeds, setAsking, (key) => t(key))}
      />
      {asking === 'text' ? <ChangeTextDialog post={post} deeds={deeds} onClose={close} /> : null}
      {asking === 'delete' ? (
        <DeleteDialog post={post} accounts={accounts} deeds={deeds} onClose={close} />
      ) : null}
    </>
  );
});

function menuItems(
  post: Post,
  deeds: PostDeeds,
  ask: (asking: Asking) => void,
  t: (key: string) => string,
): MenuItem[] {
  const isOut = post.targets.some((target) => out.has(target.state));
  return [
    ...plannedItems(post, deeds, t),
    ...onlineItems(post, deeds, ask, t),
    {
      label: t('menu.duplicate'),
      icon: <IconCopy />,
      run: () => deeds.run({ kind: 'duplicate' }),
    },
    ...(isOut ? [] : removeItems(deeds, t)),
  ];
}

function plannedItems(post: Post, deeds: PostDeeds, t: (key: string) => string): MenuItem[] {
  if (!post.targets.some((target) => cancellable.has(target.state))) return [];
  return [
    {
      label: t('menu.publishNow'),
      icon: <IconSend />,
      run: () => deeds.run({ kind: 'publish' }),
    },
    {
      label: t('menu.cancel'),
      icon: <IconCalendarOff />,
      run: () => deeds.run({ kind: 'cancel' }),
    },
  ];
}

function onlineItems(
  post: Post,
  deeds: PostDeeds,
  ask: (asking: Asking) => void,
  t: (key: string) => string,
): MenuItem[] {
  if (!post.targets.some((target) => target.state === 'published')) return [];
  const isSettled = onlineTargets(post).some(isChangeable) && post.kind !== 'story';
  return [
    {
      label: t('deeds:menu.changeText'),
      icon: <IconPencil />,
      disabled: !isSettled,
      run: () => ask('text'),
    },
    {
      label: t('deeds:menu.republish'),
      icon: <IconRepeatOnce />,
      run: () => deeds.run({ kind: 'republish' }),
    },
    {
      label: t('deeds:menu.delete'),
      icon: <IconTrashX />,
      danger: true,
      disabled: !isSettled,
      run: () => ask('delete'),
    },
    'line',
  ];
}

function removeItems(deeds: PostDeeds, t: (key: string) => string): MenuItem[] {
  return [
    'line',
    {
      label: t('menu.remove'),
      icon: <IconTrash />,
      danger: true,
      run: () => deeds.run({ kind: 'remove' }),
    },
  ];
}
