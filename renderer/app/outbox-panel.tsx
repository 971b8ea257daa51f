import './outbox.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';
import { useApi } from '../link/link-provider.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { JobLine } from './job-line.tsx';
import { OutboxLine } from './outbox-line.tsx';
import { TargetLine } from './target-line.tsx';

const onTheWay = new Set(['preparing', 'ready', 'publishing', 'uncertain', 'waiting']);

/** What waits or runs: replies, posts on their way, pictures and videos being made. */
export function OutboxPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const outbox = useQuery(api.inbox.outbox.queryOptions());
  const jobs = useQuery(api.jobs.list.queryOptions());
  const targets = useQuery(api.publishing.targets.queryOptions());
  const replies = outbox.data?.items.filter((item) => item.state !== 'sent') ?? [];
  const posts = targets.data?.targets.filter((target) => onTheWay.has(target.state)) ?? [];
  const work = shownWork(jobs.data?.items ?? []);
  const firstWaiting = work.find(({ state }) => state === 'queued');
  const openAll = () => {
    onClose();
    void navigate({ to: '/inbox/outbox' });
  };
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
          <TextButton onClick={openAll}>{t('outbox.all')}</TextButton>
        </section>
      ) : null}
      {work.length > 0 ? (
        <section>
          <h3>{t('outbox.jobs')}</h3>
          <ul>
            {work.map((job) => (
              <JobLine
                key={job.jobId}
                job={job}
                canGoFirst={job.state === 'queued' && job !== firstWaiting}
                onClose={onClose}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

const openShown = 30;
const endedShown = 6;

/** All that runs or waits, in its order, and the last that ended. */
function shownWork(items: readonly Job[]): Job[] {
  const isOpen = ({ state }: Job) => state === 'queued' || state === 'running';
  const ended = items.filter((job) => !isOpen(job)).slice(0, endedShown);
  return [...items.filter(isOpen).slice(0, openShown), ...ended];
}
