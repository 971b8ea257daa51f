import {
  IconAlarmSnooze,
  IconAlertOctagon,
  IconArrowBackUp,
  IconDots,
  IconUser,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { useTeam } from '../../link/use-team.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { snoozeTimes } from './snooze-times.ts';
import type { ThreadDeeds } from './use-thread-deeds.ts';

/** What else can be done with a thread: later, to somebody, out of the way. */
export function AsideMenu({
  thread,
  deeds,
  onLeave,
}: {
  thread: Thread;
  deeds: ThreadDeeds;
  /** The thread leaves the list that is looked at. */
  onLeave: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const items = [
    ...useSnoozeItems(thread, deeds, onLeave),
    ...usePeopleItems(thread, deeds),
    'line' as const,
    {
      label: t(thread.spam ? 'aside.notSpam' : 'aside.spam'),
      icon: <IconAlertOctagon aria-hidden />,
      run: () => {
        deeds.setSpam(thread, !thread.spam);
        onLeave();
      },
    },
  ];
  const button = (
    <button type="button" className="btn btn-quiet btn-icon" aria-label={t('aside.more')}>
      <IconDots aria-hidden />
    </button>
  );
  return <Menu target={button} items={items} />;
}

function useSnoozeItems(thread: Thread, deeds: ThreadDeeds, onLeave: () => void): MenuItem[] {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  if (thread.snoozedUntil !== undefined)
    return [
      {
        label: t('aside.wake'),
        icon: <IconArrowBackUp aria-hidden />,
        run: () => deeds.snooze(thread, undefined),
      },
    ];
  return snoozeTimes(now, formats.zone).map(({ name, at }) => ({
    label: t(`aside.${name}`),
    icon: <IconAlarmSnooze aria-hidden />,
    right: <span className="small muted num">{formats.time(at)}</span>,
    run: () => {
      deeds.snooze(thread, at);
      onLeave();
    },
  }));
}

function usePeopleItems(thread: Thread, deeds: ThreadDeeds): MenuItem[] {
  const { t } = useTranslation('inbox-ui');
  const { people, me } = useTeam();
  const others = people.filter(({ id }) => id !== thread.assigneeId);
  if (people.length === 0) return [];
  return [
    'line',
    ...others.map((person) => ({
      label: person.id === me ? t('aside.toMe') : t('aside.to', { person: person.name }),
      icon: <IconUser aria-hidden />,
      run: () => deeds.assign(thread, person.id),
    })),
    ...(thread.assigneeId === undefined
      ? []
      : [
          {
            label: t('aside.toNobody'),
            icon: <IconUserOff aria-hidden />,
            run: () => deeds.assign(thread, undefined),
          },
        ]),
  ];
}
