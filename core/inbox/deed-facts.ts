import type { InboxComment } from '../../shared/contract/inbox.ts';
import type { CommentRow } from './comment-store.ts';
import { messageWindow, type DeedFacts } from './deed-rules.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { ThreadRow } from './thread-store.ts';

/** What decides about the deeds of a comment. `privateReply` where it is known already. */
export function factsOf(
  parts: InboxParts,
  comment: CommentRow,
  thread: ThreadRow,
  privateReply?: InboxComment['privateReply'],
): DeedFacts {
  const { kind: threadKind, network } = thread;
  const heardAt =
    threadKind === 'message' ? parts.comments.newestOfCustomer(thread.id)?.createdAt : undefined;
  return {
    network,
    threadKind,
    mine: comment.mine,
    hidden: comment.hidden,
    hasAuthor: comment.fromId !== null,
    privateReply,
    window: messageWindow(heardAt, parts.tools.clock.now()),
  };
}
