import './outbox.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../link/link-provider.tsx';
import { JobLine } from './job-line.tsx';
import { OutboxLine } from './outbox-line.tsx';
import { TargetLine } from './target-line.tsx';

const onTheWay = new Set(['preparing', 'ready', 'publishing', 'uncertain', 'waiting']);

/** What waits or runs: replies, posts on their way, pictures and videos being made. */
export function OutboxPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const outbox = useQuery(api.inbox.outbox.queryOptions());
  const jobs = useQuery(api.jobs.list.queryOptions());
  const targets = useQuery(api.publishing.targets.queryOptions());
  const replies = outbox.data?.items.filter((item) => item.state !== 'sent') ?? [];
  const posts = targets.data?.targets.filter((target) => onTheWay.has(target.state)) ?? [];
  const work = jobs.data?.items.slice(0, 8) ?? [];
  const nothing = replies.length + posts.length + work.length === 0;
  return (
    <div className="outbox">
      {nothing ? <p className="muted">{t('outbox.nothing')}</p> : null}
      {posts.length > 0 ? (
        <section>
          <h3>{t('outbox.posts')}</h3>
          <ul>
            {posts.map((target) => (
              <TargetLine key={target.id} target={target} onClose={onClose} />
            ))}
          </ul>
        </section>
      ) : null}
      {replies.length > 0 ? (
        <section>
          <h3>{t('outbox.replies')}</h3>
          <ul>
            {replies.map((item) => (
              <OutboxLine key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
      {work.length > 0 ? (
        <section>
          <h3>{t('outbox.jobs')}</h3>
          <ul>
            {work.map((job) => (
              <JobLine key={job.jobId} job={job} onClose={onClose} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
