import { IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import type { StudioClient } from '../../../link/studio-api.ts';
import { useNow } from '../../../link/use-now.ts';
import { StateSign } from '../../../ui/state-sign.tsx';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { useLanguageName } from '../team/use-language-name.ts';
import type { OpenThread } from '../use-open-thread.ts';
import { PersonNotes } from './person-notes.tsx';
import { PersonTags } from './person-tags.tsx';
import { SamePerson } from './same-person.tsx';

type Person = Awaited<ReturnType<StudioClient['inbox']['person']>>;

/** Who writes: since when, in which language, what the shop noted about them and what else they wrote. */
export function PersonFacts({ thread }: { thread: OpenThread }) {
  const { t } = useTranslation('inbox-ui');
  const api = useApi();
  const { threadId } = thread;
  const person = useQuery(api.inbox.person.queryOptions({ input: { threadId } })).data;
  const known = useQuery(api.customers.get.queryOptions({ input: { threadId } })).data;
  return (
    <section>
      <h3>{t('person')}</h3>
      <PlainFacts thread={thread} person={person} />
      {person?.blocked ? <Blocked {...person.blocked} /> : null}
      {known ? (
        <>
          <PersonTags threadId={threadId} tags={known.tags} />
          <PersonNotes threadId={threadId} notes={known.notes} />
        </>
      ) : null}
      {person && person.others.length > 0 ? <OtherThreads others={person.others} /> : null}
      {known ? <SamePerson thread={thread} same={known.same} /> : null}
    </section>
  );
}

function PlainFacts({ thread, person }: { thread: OpenThread; person: Person | undefined }) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const formats = useFormats();
  const now = useNow();
  const language = useLanguageName(thread.language);
  const last = thread.comments.findLast((comment) => !comment.mine);
  const date = person ? formats.date(person.firstAt, now) : '';
  return (
    <dl className="inbox-facts num">
      <dt>{tTeam('person.since')}</dt>
      <dd>
        {!person
          ? null
          : language === undefined
            ? tTeam('person.sinceOnly', { date })
            : tTeam('person.sinceIn', { language, date })}
      </dd>
      <dt>{t('exchanges')}</dt>
      <dd>{person ? t('threadsOf', { count: person.threads }) : null}</dd>
      <dt>{t('last')}</dt>
      <dd>{formats.near(last?.createdAt ?? thread.lastAt, now)}</dd>
    </dl>
  );
}

function Blocked({ reason, elsewhere }: NonNullable<Person['blocked']>) {
  const { t } = useTranslation('inbox-team');
  return (
    <p className="inbox-blocked">
      <StateSign tone="berry" icon={<IconBan aria-hidden />}>
        {elsewhere
          ? t('person.blockedElsewhere')
          : reason === undefined
            ? t('person.blocked')
            : t('person.blockedWhy', { reason })}
      </StateSign>
    </p>
  );
}

/** What the person wrote under other posts, one press away. */
function OtherThreads({ others }: { others: Person['others'] }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  return (
    <>
      <h4 className="small muted">{t('others')}</h4>
      <ul className="inbox-others">
        {others.map(({ threadId, snippet, lastAt, post }) => (
          <li key={threadId}>
            <button
              type="button"
              className="inbox-other"
              onClick={() => void navigate({ to: '/inbox', search: { thread: threadId } })}
            >
              <bdi className="cut">{calmText(snippet)}</bdi>
              <span className="small muted num">
                {formats.near(lastAt, now)}
                {post ? ` · ${post}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
