import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { isAnswer, type OutboxRow } from './outbox-rows.ts';
import type { ThreadRow } from './thread-store.ts';

const longestSnippet = 140;

/** What the list shows under a thread, the most urgent first. */
export function signOf(
  open: readonly Pick<OutboxRow, 'questionCode'>[],
  refused: readonly { createdAt: number }[],
  newest: Pick<CommentRow, 'mine' | 'createdAt'> | undefined,
): ThreadRow['sign'] {
  if (open.some((item) => item.questionCode !== null)) return 'asks';
  if (open.length > 0) return 'queued';
  if (newest && refused.some((item) => item.createdAt >= newest.createdAt)) return 'refused';
  return newest?.mine ? 'answered' : 'none';
}

/** A comment as one line of the list; never half a character. */
export function snippetOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestSnippet) return line;
  return `${line.slice(0, longestSnippet - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

type Said = Pick<CommentRow, 'key' | 'text' | 'mine' | 'hidden'>;

/** The line of a thread that begins with these comments, in any order, and has nothing on its way. */
export function sumOfNew(comments: readonly [Said, ...Said[]]) {
  const sorted = comments.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const newest = sorted.at(-1) ?? comments[0];
  const ours = sorted.findLastIndex(({ mine }) => mine);
  const unanswered = sorted.slice(ours + 1).find(({ hidden }) => !hidden);
  const waits = !newest.mine && !newest.hidden;
  return {
    lastKey: newest.key,
    waitsSince: waits ? (unanswered ?? newest).key : null,
    snippet: snippetOf(newest.text),
    waits,
    sign: newest.mine ? ('answered' as const) : ('none' as const),
    spoke: sorted.some(({ mine }) => !mine),
  };
}

/** The same for a thread that begins with these comments; nothing where no customer wrote. */
export function meaningOfNew({ uses }: InboxParts, comments: readonly Said[]) {
  const heard = comments.filter(({ mine }) => !mine);
  const [newest] = heard.toSorted((one, other) => (one.key > other.key ? -1 : 1));
  return newest ? uses.understand(newest.text) : { intent: null, language: null };
}

/** What the customer's newest words want, and in which language they are. */
export function readMeaning(parts: InboxParts, threadId: string): void {
  const newest = parts.comments.newestOfCustomer(threadId);
  const meaning = newest && parts.uses.understand(newest.text);
  parts.threads.setMeaning(threadId, meaning ?? { intent: null, language: 'unknown' });
}

/** Brings a thread's line in the list up to date with its comments and its outbox. `spoke` tells that a
 *  customer wrote something new in it. */
export function summariseThread(parts: InboxParts, threadId: string, spoke = false): void {
  const { comments, outbox, threads } = parts;
  const newest = comments.newest(threadId);
  const thread = threads.find(threadId);
  if (!thread) return;
  const open = outbox.openOfThread(threadId);
  const answering = open.some(isAnswer);
  const waits = newest !== undefined && !newest.mine && !newest.hidden && !answering;
  threads.summarise(threadId, {
    lastKey: newest?.key ?? thread.lastKey,
    waitsSince: waits ? (comments.firstUnanswered(threadId) ?? newest.key) : null,
    snippet: newest ? snippetOf(newest.text) : '',
    waits,
    sign: signOf(open, outbox.refusedOfThread(threadId), newest),
    spoke,
  });
}
