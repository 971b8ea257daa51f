import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import type { ThreadNote } from '../../../shared/contract/teamwork.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { CustomerComment } from './customer-comment.tsx';
import { OwnReply } from './own-reply.tsx';
import { PrivateNote } from './team/private-note.tsx';
import { weaveNotes } from './team/weave-notes.ts';
import { ThreadOrigin } from './thread-origin.tsx';
import type { Earlier, OpenThread } from './use-open-thread.ts';

const onTheirWay = new Set<InboxComment['state']>(['queued', 'sending', 'uncertain', 'waiting']);

/** What was said, oldest first, under the post it is about. Drawn anew only when something of it changes: a
 *  conversation may be long. */
export const ThreadFlow = memo(function ThreadFlow({
  thread,
  notes,
  earlier,
  onHide,
  onEdit,
  onTake,
  onMention,
}: {
  thread: OpenThread;
  /** Of colleagues, oldest first. */
  notes: readonly ThreadNote[];
  earlier: Earlier | undefined;
  onHide: (comment: InboxComment, hidden: boolean) => void;
  onEdit: (comment: InboxComment) => void;
  onTake: (comment: InboxComment) => void;
  onMention: (comment: InboxComment) => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const newest = `${thread.comments.at(-1)?.commentId} ${notes.at(-1)?.noteId}`;
  const items = weaveNotes(thread.comments, notes, earlier === undefined);
  useEffect(() => {
    const { current } = frame;
    if (current) current.scrollTop = current.scrollHeight;
  }, [thread.threadId, newest]);
  const firstOnItsWay = thread.comments.findIndex((comment) => onTheirWay.has(comment.state));
  return (
    <div
      ref={frame}
      className="inbox-flow"
      role="region"
      tabIndex={0}
      aria-label={t('conversation', { person: thread.person.name })}
    >
      <UnderPost thread={thread} />
      <ThreadOrigin thread={thread} />
      {earlier ? (
        <Button kind="quiet" busy={earlier.isOnItsWay} onClick={earlier.show}>
          {t('earlier')}
        </Button>
      ) : null}
      <ol>
        {items.map((item) => {
          if (item.kind === 'note')
            return <PrivateNote key={item.note.noteId} note={item.note} now={now} />;
          const { comment, index } = item;
          return comment.mine ? (
            <OwnReply
              key={comment.commentId}
              comment={comment}
              now={now}
              waitsForEarlier={index > firstOnItsWay && onTheirWay.has(comment.state)}
              onEdit={() => onEdit(comment)}
              onTake={() => onTake(comment)}
            />
          ) : (
            <CustomerComment
              key={comment.commentId}
              comment={comment}
              now={now}
              isVeiled={thread.spam === true}
              onHide={(hidden) => onHide(comment, hidden)}
              onMention={() => onMention(comment)}
            />
          );
        })}
      </ol>
    </div>
  );
});

function UnderPost({ thread: { post, network } }: { thread: OpenThread }) {
  const { t } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  if (!post) return null;
  const date = post.publishedAt ? formats.date(post.publishedAt, now) : '';
  return (
    <p className="inbox-under small muted">
      <NetworkIcon network={network} />
      <span>
        {t('under', { title: post.title, date })}{' '}
        {post.permalink ? <TextLink href={post.permalink}>{t('seePost')}</TextLink> : null}
      </span>
    </p>
  );
}
