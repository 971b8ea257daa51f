import { IconAlarm } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { useApi } from '../../link/link-provider.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { InboxView } from './use-inbox-view.ts';

/** One answer for the banner and all rows of the list; only the banner asks again by itself. */
function useOverdue(everyMs?: number) {
  const api = useApi();
  const again = everyMs === undefined ? {} : { refetchInterval: everyMs };
  return useQuery(api.automation.overdue.queryOptions({ input: {}, staleTime: 30_000, ...again }))
    .data;
}

/** Above the list: how many wait longer than the shop wishes, and a way to see them first. */
export function LateBanner({ inbox }: { inbox: InboxView }) {
  const { t, i18n } = useTranslation('rules');
  const late = useOverdue(60_000);
  if (!late || late.threads === 0 || inbox.isLongest) return null;
  const goal = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: late.minutes % 60 === 0 ? 'hour' : 'minute',
    unitDisplay: 'short',
  }).format(late.minutes % 60 === 0 ? late.minutes / 60 : late.minutes);
  return (
    <p className="inbox-late small" role="status">
      <IconAlarm aria-hidden />
      <span className="grow">{t('late.banner', { count: late.threads, goal })}</span>
      <TextButton onClick={() => inbox.showLongest(true)}>{t('late.show')}</TextButton>
    </p>
  );
}

/** Of a thread that waits longer than the goal, in a word and an icon. */
export function LateSign({ thread }: { thread: Thread }) {
  const { t } = useTranslation('rules');
  const late = useOverdue();
  const { waits, done, spam, snoozedUntil, waitsSince, accountId } = thread;
  const before = late?.before.find((one) => one.accountId === accountId)?.at;
  const isAside = done || spam === true || snoozedUntil !== undefined;
  if (!waits || isAside || before === undefined || waitsSince === undefined) return null;
  if (waitsSince >= before) return null;
  return (
    <StateSign tone="berry" icon={<IconAlarm aria-hidden />}>
      {t('late.sign')}
    </StateSign>
  );
}
