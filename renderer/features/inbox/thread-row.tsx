import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { listTime } from './list-time.ts';
import { ThreadTick } from './hand/thread-tick.tsx';
import { LateSign } from './late-people.tsx';
import { RowTeam } from './team/row-team.tsx';
import { shownSign, ThreadSign } from './thread-sign.tsx';

/** One line of the list: who, the newest words, under which post, when, and where it stands. */
export function ThreadRow({
  thread,
  now,
  selected,
  onOpen,
}: {
  thread: Thread;
  now: string;
  selected: boolean;
  onOpen: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const name = calmText(thread.person.name) || t('someone');
  const sign = shownSign(thread);
  const hasPicture = thread.postThumbUrl !== undefined;
  return (
    <>
      <ThreadTick threadId={thread.threadId} name={name} />
      <button
        type="button"
        className={`inbox-row ${thread.unread ? 'inbox-row-new' : ''} ${hasPicture ? '' : 'inbox-row-bare'}`}
        aria-current={selected || undefined}
        onClick={onOpen}
      >
        <Avatar name={name} />
        <span className="inbox-row-head">
          <bdi className="inbox-name cut">{name}</bdi>
          {thread.unread ? <span className="hidden-text">{t('unread')}</span> : null}
          <span className="small muted num">{listTime(thread.lastAt, now, formats)}</span>
        </span>
        {hasPicture ? <Thumbnail url={thread.postThumbUrl} widthPx={40} heightPx={48} /> : null}
        <bdi className="inbox-snippet small cut">
          {thread.draft === undefined ? null : <DraftMark />}
          {thread.found ? <Excerpt parts={thread.found.excerpt} /> : <Words of={thread} />}
        </bdi>
        <span className="inbox-row-sign inbox-row-marks">
          {sign ? <ThreadSign sign={sign} by={thread.answeredBy?.name} /> : null}
          <LateSign thread={thread} />
          <RowTeam thread={thread} now={now} />
        </span>
      </button>
    </>
  );
}

/** Something has been begun here. */
function DraftMark() {
  const { t } = useTranslation('inbox-hand');
  return <span className="inbox-draft">{t('draft')} </span>;
}

/** The newest words; who sends a photo often writes none. */
function Words({ of: { snippet } }: { of: Thread }) {
  const { t } = useTranslation('customer-pictures');
  return snippet === '' ? t('wordless') : calmText(snippet);
}

/** The words that a search found, among those around them. */
function Excerpt({ parts }: { parts: NonNullable<Thread['found']>['excerpt'] }) {
  return parts.map(({ text, hit }, index) =>
    hit ? <mark key={index}>{calmText(text)}</mark> : <span key={index}>{calmText(text)}</span>,
  );
}
