import {
  IconAlarmSnooze,
  IconAlertOctagon,
  IconArrowBackUp,
  IconDots,
  IconHistory,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { snoozeTimes } from './snooze-times.ts';
import type { ThreadDeeds } from './use-thread-deeds.ts';

/** What else can be done with a thread: later, out of the way, and what was done before. */
export function AsideMenu({
  thread,
  deeds,
  onHistory,
  onLeave,
}: {
  thread: Thread;
  deeds: ThreadDeeds;
  onHistory: () => void;
  /** The thread leaves the list that is looked at. */
  onLeave: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const items = [
    ...useSnoozeItems(thread, deeds, onLeave),
    'line' as const,
    { label: tTeam('history.open'), icon: <IconHistory aria-hidden />, run: onHistory },
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
