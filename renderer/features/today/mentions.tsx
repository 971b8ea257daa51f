import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Row } from '../../ui/row.tsx';

/** Notes of colleagues that name whoever works here, until they have looked. */
export function Mentions() {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const mentions = useQuery(api.teamwork.mentions.queryOptions({ input: {} })).data?.items ?? [];
  if (mentions.length === 0) return null;
  return (
    <section className="today-part" aria-labelledby="mentions-title">
      <div className="today-part-head">
        <h2 id="mentions-title">{t('mention.title', { count: mentions.length })}</h2>
      </div>
      {mentions.map(({ noteId, threadId, person, text, at }) => (
        <Row
          key={noteId}
          onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}
        >
          <Avatar name={person.name} />
          <span className="cut grow">
            <span className="today-person">{person.name}</span>
            {text}
          </span>
          <span className="small muted num today-ago">{formats.ago(at, now)}</span>
        </Row>
      ))}
    </section>
  );
}
