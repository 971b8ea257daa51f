import type { Thread } from '../../shared/contract/inbox.ts';
import type { PublishedPostFact, WriterFact } from '../../shared/facts.ts';
import { keysPerMs } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import { humanWindowMs, messageWindowMs } from './message-window.ts';
import type { ThreadRow } from './thread-store.ts';

/** What a line of the list says of a thread. */
export type ThreadLine = Omit<Thread, 'comments' | 'found'>;

/** What stands in other tables than the thread's own. */
export type BesideThread = {
  post: PublishedPostFact | undefined;
  draft: string | undefined;
  answeredBy: WriterFact | undefined;
};

const iso = (at: number) => new Date(at).toISOString();
const isoOfKey = (key: bigint) => iso(Number(key / keysPerMs));

/** Written field by field: a page has fifty of these, and a search is typed letter by letter. */
export function presentLine(
  parts: InboxParts,
  thread: ThreadRow,
  { post, draft, answeredBy }: BesideThread,
): ThreadLine {
  const line: ThreadLine = {
    threadId: thread.id,
    accountId: thread.accountId,
    network: thread.network,
    postRemoteId: thread.postRemoteId,
    person: { name: thread.personName },
    kind: thread.kind,
    unread: thread.unread,
    done: thread.done,
    spam: thread.spam,
    waits: thread.waits,
    lastAt: isoOfKey(thread.lastKey),
    snippet: thread.snippet,
    sign: thread.sign,
  };
  if (post) line.postId = post.postId;
  if (post?.thumbUrl !== undefined) line.postThumbUrl = post.thumbUrl;
  if (thread.personId !== null) line.person.id = thread.personId;
  if (answeredBy) line.answeredBy = answeredBy;
  if (draft !== undefined) line.draft = draft;
  addAside(line, thread);
  addWindow(line, parts, thread);
  return line;
}

/** What is known of a thread and often is not. */
function addAside(line: ThreadLine, thread: ThreadRow): void {
  const { snoozedUntil, assigneeId, intent, language, waitsSince, lastKey } = thread;
  if (snoozedUntil !== null) line.snoozedUntil = iso(snoozedUntil);
  if (assigneeId !== null) line.assigneeId = assigneeId;
  if (intent !== null) line.intent = intent;
  if (language !== null) line.language = language;
  if (waitsSince !== null)
    line.waitsSince = waitsSince === lastKey ? line.lastAt : isoOfKey(waitsSince);
}

/** How long a conversation takes an answer, counted from the customer's last words. */
function addWindow(line: ThreadLine, { comments }: InboxParts, { id, kind }: ThreadRow): void {
  const heardAt = kind === 'message' ? comments.newestOfCustomer(id)?.createdAt : undefined;
  if (heardAt === undefined) return;
  line.messageWindow = {
    until: iso(heardAt + messageWindowMs),
    humanUntil: iso(heardAt + humanWindowMs),
  };
}
