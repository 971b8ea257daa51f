import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useNow } from '../../link/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { Row } from '../../ui/row.tsx';

/** Who waits is listed below in any case. */
const mostShown = 4;

/** What came while the shop was shut, the most urgent first, until somebody says that it is seen. */
export function Overnight({ shopId }: { shopId?: string | undefined }) {
  const { t } = useTranslation(['rules', 'replies']);
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const input = shopId === undefined ? {} : { shopId };
  const night = useQuery(api.automation.morning.queryOptions({ input })).data;
  const seen = useChange(api.automation.morningSeen.mutationOptions());
  if (!night?.fresh) return null;
  const shown = night.items.slice(0, mostShown);
  return (
    <section className="today-part" aria-labelledby="overnight-title">
      <div className="today-part-head">
        <h2 id="overnight-title">{t('night.title', { count: night.threads })}</h2>
        <span className="small muted num grow">
          {t('night.since', { when: formats.near(night.since, now) })}
        </span>
        <Button kind="quiet" busy={seen.isPending} onClick={() => seen.mutate({})}>
          {t('night.seen')}
        </Button>
      </div>
      <p className="small muted">
        {night.intents.map(({ intent, count }) => `${wordOf(intent)} ${count}`).join(' · ')}
        {night.answered > 0 ? ` · ${t('night.answered', { count: night.answered })}` : null}
      </p>
      {shown.map((thread) => (
        <Row
          key={thread.threadId}
          onClick={() => void navigate({ to: '/inbox', search: { thread: thread.threadId } })}
        >
          <Avatar name={nameOf(thread.person)} />
          <span className="cut grow">
            <bdi className="today-person">{nameOf(thread.person)}</bdi>
            <bdi>{calmText(thread.snippet)}</bdi>
          </span>
          <span className="small muted">
            {thread.waits ? wordOf(thread.intent ?? 'other') : t('night.answeredSign')}
          </span>
          <NetworkIcon network={thread.network} />
          <span className="small muted num today-ago">{formats.ago(thread.at, now)}</span>
        </Row>
      ))}
      {night.threads > shown.length ? (
        <p className="small muted">{t('night.rest', { count: night.threads - shown.length })}</p>
      ) : null}
    </section>
  );

  function nameOf(person: string): string {
    return calmText(person) || t('someone');
  }

  function wordOf(intent: string): string {
    if (intent === 'spam' || intent === 'other') return t(`night.${intent}`);
    return t(`replies:intents.${intent}`);
  }
}
