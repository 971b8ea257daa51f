import { IconUser, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useTeam } from '../../../link/use-team.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { ThreadDeeds } from '../use-thread-deeds.ts';

/** Who of the team answers the thread; only where the shop has named its people. */
export function AssignMenu({ thread, deeds }: { thread: Thread; deeds: ThreadDeeds }) {
  const { t } = useTranslation('inbox-team');
  const { people, me } = useTeam();
  if (people.length === 0) return null;
  const given = people.find(({ id }) => id === thread.assigneeId);
  const items: MenuItem[] = people
    .filter(({ id }) => id !== thread.assigneeId)
    .map((person) => ({
      label: person.id === me ? t('assign.toMe') : t('assign.to', { person: person.name }),
      icon: <IconUser aria-hidden />,
      run: () => deeds.assign(thread, person.id),
    }));
  if (thread.assigneeId !== undefined)
    items.push('line', {
      label: t('assign.toNobody'),
      icon: <IconUserOff aria-hidden />,
      run: () => deeds.assign(thread, undefined),
    });
  const label = given ? t('assign.isOf', { person: given.name }) : t('assign.give');
  return (
    <Menu
      target={
        <button type="button" className="btn btn-quiet btn-icon" aria-label={label} title={label}>
          {given ? <Avatar name={given.name} /> : <IconUserPlus aria-hidden />}
        </button>
      }
      items={items}
    />
  );
}
