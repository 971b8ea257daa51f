import type { InboxComment } from '../../shared/contract/inbox.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CommentRow } from './comment-store.ts';
import { factsOf } from './deed-facts.ts';
import { deedsOf, presentDeeds } from './deed-rules.ts';
import { leavesAtOf } from './enqueue.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { OutboxRow } from './outbox-store.ts';
import type { ThreadRow } from './thread-store.ts';

/** What of a comment tells of deeds: what can be done, what was, and what is on its way. */
export type DeedsShown = Pick<
  InboxComment,
  'deeds' | 'liked' | 'blocked' | 'pending' | 'pictureUrl'
>;

/** For the comments of one thread that is open; a list of threads shows none of it. */
export function showDeeds(
  parts: InboxParts,
  thread: ThreadRow,
  { comments, open }: { comments: readonly CommentRow[]; open: readonly OutboxRow[] },
  language: Language,
): (row: CommentRow, privateReply: InboxComment['privateReply']) => DeedsShown {
  const { marks, outbox, tools } = parts;
  const liked = marks.likedOf(comments.map(({ key }) => key));
  const sentences = new Map<string, string>();
  // Looked up once a thread, not once a comment.
  const say = (code: string) => {
    const said = sentences.get(code) ?? tools.say(language, `inbox-deeds:cannot.${code}`);
    sentences.set(code, said);
    return said;
  };
  const blocked = new Map<string, boolean>();
  const isBlocked = (personId: string) => {
    const known = blocked.get(personId);
    if (known !== undefined) return known;
    const found = marks.blockOf(thread.accountId, personId) !== undefined;
    blocked.set(personId, found);
    return found;
  };
  return (row, privateReply) => {
    if (row.deleted) return {};
    const verdicts = deedsOf(factsOf(parts, row, thread, privateReply));
    const pending = open.filter(({ commentKey }) => commentKey === row.key);
    const kinds = [...new Set(pending.map(({ kind }) => kind))].filter((kind) => kind !== 'reply');
    const sent = row.outboxId === null ? undefined : outbox.find(row.outboxId);
    return {
      deeds: presentDeeds(verdicts, say),
      ...(liked.has(row.key) ? { liked: true } : {}),
      ...(row.fromId !== null && !row.mine && isBlocked(row.fromId) ? { blocked: true } : {}),
      ...(kinds.length > 0 ? { pending: kinds } : {}),
      ...pictureOf(parts, sent),
    };
  };
}

/** The picture that goes with an item. */
export function pictureOf(
  { uses }: InboxParts,
  row: Pick<OutboxRow, 'assetId'> | undefined,
): Pick<InboxComment, 'pictureUrl'> {
  const asset = row?.assetId == null ? undefined : uses.readAsset(row.assetId);
  return asset ? { pictureUrl: asset.thumbUrl } : {};
}

/** When an item leaves that can still be taken back. */
export function holdOf({ tools }: InboxParts, row: OutboxRow): Pick<InboxComment, 'leavesAt'> {
  const leavesAt = leavesAtOf(row, tools.clock.now());
  return leavesAt === undefined ? {} : { leavesAt: new Date(leavesAt).toISOString() };
}
