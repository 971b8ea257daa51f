import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { Row } from '../../ui/row.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { LetterAnswer } from './letter.tsx';
import { numberWord } from './letter-text.ts';

/** Who wrote and has no answer yet, oldest word first said. */
export function WaitingPeople({ waiting }: { waiting: LetterAnswer['waiting'] }) {
  const { t } = useTranslation('today-ui');
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const number = numberWord(waiting.count, (key) => t(key));
  const heading = t('wait', { count: waiting.count, number });
  return (
    <section id="waiting" className="today-part" tabIndex={-1} aria-labelledby="waiting-title">
      <div className="today-part-head">
        <h2 id="waiting-title">{heading.charAt(0).toLocaleUpperCase() + heading.slice(1)}</h2>
        <span className="small muted num grow">
          {waiting.oldestAt && waiting.count > 1
            ? t('oldest', { when: formats.near(waiting.oldestAt, now) })
            : null}
        </span>
        <TextButton className="small" onClick={() => void navigate({ to: '/inbox' })}>
          {t('openAll')}
        </TextButton>
      </div>
      {waiting.threads.map((thread) => (
        <Row
          key={thread.threadId}
          onClick={() => void navigate({ to: '/inbox', search: { thread: thread.threadId } })}
        >
          <Avatar name={thread.person.name} />
          <span className="cut grow">
            <bdi className="today-person">{calmText(thread.person.name)}</bdi>
            <bdi>{calmText(thread.snippet)}</bdi>
          </span>
          <NetworkIcon network={thread.network} />
          <Thumbnail url={thread.postThumbUrl} widthPx={28} heightPx={28} />
          <span className="small muted num today-ago">{formats.ago(thread.lastAt, now)}</span>
        </Row>
      ))}
    </section>
  );
}
