import type { InboxComment } from '../../../shared/contract/inbox.ts';

const isSpoken = (comment: InboxComment): boolean => !comment.mine && comment.state === 'visible';

/** The comment that an answer goes under: the customer's newest word that is still there, else the
 *  first comment of the thread, so that the studio can say that it is gone. */
export function replyTarget(comments: readonly InboxComment[]): InboxComment | undefined {
  return comments.findLast(isSpoken) ?? comments.find((comment) => !comment.mine) ?? comments[0];
}

/** The newest word that may still be answered in private, with what the studio knows of that. */
export function privateTarget(comments: readonly InboxComment[]): InboxComment | undefined {
  return (
    comments.findLast(
      (comment) =>
        isSpoken(comment) &&
        (comment.privateReply === 'possible' || comment.privateReply === 'unknown'),
    ) ?? comments.findLast(isSpoken)
  );
}
