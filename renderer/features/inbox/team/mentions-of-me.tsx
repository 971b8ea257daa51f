import { IconAt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useNow } from '../../../link/use-now.ts';
import { calmText } from '../../../../shared/rules/calm-text.ts';

/** Above what is mine: notes of colleagues that name me and that I have not looked at. */
export function MentionsOfMe({ onOpen }: { onOpen: (threadId: string) => void }) {
  const { t } = useTranslation('inbox-team');
  const { t: tInbox } = useTranslation('inbox-ui');
  const api = useApi();
  const formats = useFormats();
  const now = useNow();
  const mentions = useQuery(api.teamwork.mentions.queryOptions({ input: {} })).data?.items ?? [];
  if (mentions.length === 0) return null;
  return (
    <section className="inbox-mentions" aria-label={t('mention.title', { count: mentions.length })}>
      <h2 className="small">
        <IconAt aria-hidden /> {t('mention.title', { count: mentions.length })}
      </h2>
      {mentions.map(({ noteId, threadId, person, customer, text, at }) => (
        <button key={noteId} type="button" className="inbox-other" onClick={() => onOpen(threadId)}>
          <span className="cut">{text}</span>
          <span className="small muted num">
            <bdi>
              {t('mention.about', {
                person: person.name,
                customer: calmText(customer) || tInbox('someone'),
              })}
            </bdi>{' '}
            · {formats.near(at, now)}
          </span>
        </button>
      ))}
    </section>
  );
}
