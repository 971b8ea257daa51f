import { IconCalendarOff, IconCopy, IconDots, IconSend, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../../shared/contract/posts.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { PostDeeds } from './use-post-deeds.ts';

const cancellable = new Set(['scheduled', 'preparing', 'ready', 'waiting', 'failed', 'missed']);

/** The less frequent deeds: now, take back, copy, delete. */
export function ComposerMenu({ post, deeds }: { post: Post | undefined; deeds: PostDeeds }) {
  const { t } = useTranslation('composer');
  if (!post) return null;
  const open = post.targets.filter((target) => cancellable.has(target.state));
  const isOut = post.targets.some((target) =>
    ['published', 'publishing', 'uncertain'].includes(target.state),
  );
  const items: MenuItem[] = [];
  if (open.length > 0) {
    items.push(
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
    );
  }
  items.push({
    label: t('menu.duplicate'),
    icon: <IconCopy />,
    run: () => deeds.run({ kind: 'duplicate' }),
  });
  if (!isOut)
    items.push('line', {
      label: t('menu.remove'),
      icon: <IconTrash />,
      danger: true,
      run: () => deeds.run({ kind: 'remove' }),
    });
  return <Menu target={<IconButton label={t('menu.label')} icon={<IconDots />} />} items={items} />;
}
