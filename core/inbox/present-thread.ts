import type { z } from 'zod';
import type { InboxComment, Thread, threadPost } from '../../shared/contract/inbox.ts';
import type { Language, Question, Reason } from '../../shared/contract/shapes.ts';
import type { AccountFact, PublishedPostFact, WriterFact } from '../../shared/facts.ts';
import { answeredBy } from './answerers.ts';
import { beyondAllKeys } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { holdOf, pictureOf, showDeeds } from './present-deeds.ts';
import { presentLine, type BesideThread } from './present-line.ts';
import { privateReplyWithinMs, splitReason } from './outbox-step.ts';
import type { OutboxRow } from './outbox-store.ts';
import type { ThreadRow } from './thread-store.ts';

/** What appears in the thread once it is out. */
const standsInThread = new Set<OutboxRow['kind']>(['reply', 'message']);
const commentsInList = 50;

const iso = (at: number) => new Date(at).toISOString();

export function reasonOf(
  parts: InboxParts,
  row: OutboxRow,
  language: Language,
): Reason | undefined {
  if (row.reasonCode === null) return undefined;
  const { code, name } = splitReason(row.reasonCode);
  const params = name === undefined ? {} : { name, context: 'named' };
  const say = (part: string) => parts.tools.say(language, `inbox:reasons.${code}.${part}`, params);
  return {
    code,
    text: say('text'),
    todo: say('todo'),
    ...(row.reasonUntil === null ? {} : { until: iso(row.reasonUntil) }),
  };
}

export function questionOf(
  parts: InboxParts,
  row: OutboxRow,
  language: Language,
): Question | undefined {
  if (row.questionCode === null) return undefined;
  const openUrl = openUrlOf(parts, row);
  return {
    code: row.questionCode,
    text: parts.tools.say(language, `inbox:questions.${row.questionCode}.${row.kind}`),
    answers: ['there', 'not-there', 'look-again'],
    since: iso(row.questionAt ?? row.createdAt),
    ...(openUrl === undefined ? {} : { openUrl }),
  };
}

function openUrlOf(parts: InboxParts, row: OutboxRow): string | undefined {
  const thread = parts.threads.find(row.threadId);
  return thread && parts.uses.readPublished(thread.accountId, thread.postRemoteId)?.permalink;
}

/** What can be said of a private reply under this comment. */
function privateReplyOf(
  row: CommentRow,
  open: readonly OutboxRow[],
  now: number,
): InboxComment['privateReply'] {
  if (row.mine) return undefined;
  if (row.privateReplySent) return 'sent';
  if (open.some((item) => item.kind === 'private-reply' && item.commentKey === row.key))
    return 'waiting';
  if (now - row.createdAt > privateReplyWithinMs) return 'late';
  if (row.canReplyPrivately === null) return 'unknown';
  return row.canReplyPrivately ? 'possible' : 'sent';
}

type Writers = ReadonlyMap<string, WriterFact>;

/** What a thread's comments are shown with. */
type Shown = {
  account: AccountFact | undefined;
  open: readonly OutboxRow[];
  /** Who wrote what left from here. */
  writers: Writers;
  /** Key of a comment of the account by its id on the network. */
  keyOf(remoteId: string): bigint | undefined;
  /** Of a thread that is open: what can be done about each comment, and what was. */
  deedsOf?: ReturnType<typeof showDeeds> | undefined;
  /** Of a thread that is open: what came with its comments. */
  pictures?: ReturnType<InboxParts['uses']['pictures']['ofComments']> | undefined;
};

function presentComment(
  parts: InboxParts,
  row: CommentRow,
  { account, open, writers, keyOf, deedsOf, pictures }: Shown,
): InboxComment {
  const parent = row.parentRemoteId === null ? undefined : keyOf(row.parentRemoteId);
  const privateReply = privateReplyOf(row, open, parts.tools.clock.now());
  // A network may know us by a handle: the shop reads its own name everywhere.
  const own = row.mine ? account?.name : undefined;
  const name = own ?? row.fromName;
  const shown = row.outboxId === null ? 'visible' : 'sent';
  return {
    commentId: String(row.key),
    remoteId: row.fullRemoteId,
    from: { name, ...(row.fromId === null ? {} : { id: row.fromId }) },
    text: row.text,
    createdAt: iso(row.createdAt),
    mine: row.mine,
    ...byOf(row.outboxId, writers),
    hidden: row.hidden,
    ...(row.attachmentUrl === null ? {} : { hasPhoto: true }),
    ...picturesOf(row, pictures),
    state: row.deleted ? 'deleted' : shown,
    ...(parent === undefined ? {} : { parentId: String(parent) }),
    ...(privateReply === undefined ? {} : { privateReply }),
    ...deedsOf?.(row, privateReply),
  };
}

/** Of a comment that somebody took away nothing is fetched any more. */
function picturesOf(row: CommentRow, pictures: Shown['pictures']): Pick<InboxComment, 'pictures'> {
  const found = row.deleted ? undefined : pictures?.get(row.key);
  return found ? { pictures: found } : {};
}

function byOf(outboxId: string | null, writers: Writers): Pick<InboxComment, 'by'> {
  const by = outboxId === null ? undefined : writers.get(outboxId);
  return by ? { by } : {};
}

/** A reply on its way stands in its thread as it will appear. */
function presentPending(
  parts: InboxParts,
  row: OutboxRow,
  writers: Writers,
  language: Language,
): InboxComment {
  const account = parts.uses.readAccount(row.accountId);
  const question = questionOf(parts, row, language);
  const waitsFor = reasonOf(parts, row, language);
  return {
    commentId: row.id,
    remoteId: '',
    parentId: String(row.commentKey),
    from: { name: account?.name ?? '', ...(account ? { id: account.remoteId } : {}) },
    text: row.text,
    createdAt: iso(row.createdAt),
    mine: true,
    ...byOf(row.id, writers),
    hidden: false,
    state: row.state,
    outboxId: row.id,
    ...pictureOf(parts, row),
    ...holdOf(parts, row),
    ...(question ? { question } : {}),
    ...(waitsFor ? { waitsFor } : {}),
  };
}

/** Lines of the list, in the order of the rows; a few questions for all of them together. */
export function presentThreads(
  parts: InboxParts,
  rows: readonly ThreadRow[],
  language: Language,
  commentsOfEach = commentsInList,
): Thread[] {
  const ids = rows.map(({ id }) => id);
  const drafts = parts.drafts.ofThreads(ids, parts.uses.me() ?? '');
  const answered = answeredBy(parts.answerers, parts.uses.colleagues, rows);
  const posts = new Map<string, PublishedPostFact | undefined>();
  const besideOf = (row: ThreadRow): BesideThread => {
    const key = `${row.accountId} ${row.postRemoteId}`;
    if (!posts.has(key)) posts.set(key, parts.uses.readPublished(row.accountId, row.postRemoteId));
    return { post: posts.get(key), draft: drafts.get(row.id), answeredBy: answered.get(row.id) };
  };
  if (commentsOfEach === 0)
    return rows.map((row) => ({ ...presentLine(parts, row, besideOf(row)), comments: [] }));
  const comments = parts.comments.ofThreads(ids, commentsOfEach);
  const items = parts.outbox.ofThreads(ids);
  return rows.map((row) => {
    const said = { comments: comments.get(row.id) ?? [], items: items.get(row.id) ?? [] };
    return presentThread(parts, row, { ...besideOf(row), ...said }, language);
  });
}

/** A part of one thread's comments, oldest first; `earlier` is there when others stand before them. */
export function presentConversation(
  parts: InboxParts,
  row: ThreadRow,
  language: Language,
  { before, limit }: { before: bigint | undefined; limit: number },
): Thread & { earlier?: string } {
  const found = parts.comments.ofThread(row.id, before ?? beyondAllKeys, limit + 1);
  const comments = found.slice(-limit);
  const items = parts.outbox.ofThreads([row.id]).get(row.id) ?? [];
  const post = parts.uses.readPublished(row.accountId, row.postRemoteId);
  const draft = parts.drafts.find(row.id, parts.uses.me() ?? '');
  const [first] = comments;
  return {
    ...presentThread(
      parts,
      row,
      {
        ...{ comments, items, post, draft, isEarlier: before !== undefined },
        answeredBy: answeredBy(parts.answerers, parts.uses.colleagues, [row]).get(row.id),
        writers: writersOf(parts, comments, items),
        isOpen: true,
      },
      language,
    ),
    ...(found.length > limit && first ? { earlier: String(first.key) } : {}),
  };
}

const noWriters: Writers = new Map();

function writersOf(
  { uses }: InboxParts,
  comments: readonly CommentRow[],
  items: readonly OutboxRow[],
): Writers {
  const sent = comments.flatMap(({ outboxId }) => (outboxId === null ? [] : [outboxId]));
  return uses.colleagues.writersOf([...sent, ...items.map(({ id }) => id)]);
}

type OfThread = BesideThread & {
  comments: readonly CommentRow[];
  /** Open and refused. */
  items: readonly OutboxRow[];
  /** Of the list nobody asks who wrote each line. */
  writers?: Writers;
  /** With what can be done about each comment. */
  isOpen?: boolean;
  /** What is on its way stands at the end, not in a part before. */
  isEarlier?: boolean;
};

function presentThread(
  parts: InboxParts,
  thread: ThreadRow,
  { comments, items, isOpen = false, isEarlier = false, writers = noWriters, ...own }: OfThread,
  language: Language,
): Thread {
  const keys = new Map(comments.map(({ remoteId, key }) => [remoteId, key]));
  const open = items.filter(({ state }) => state !== 'refused');
  const shown: Shown = {
    account: parts.uses.readAccount(thread.accountId),
    open,
    deedsOf: isOpen ? showDeeds(parts, thread, { comments, open }, language) : undefined,
    writers,
    pictures: isOpen
      ? parts.uses.pictures.ofComments(
          comments.map(({ key }) => key),
          language,
        )
      : undefined,
    keyOf: (remoteId) =>
      keys.get(remoteId) ?? parts.comments.findRemote(thread.accountId, remoteId)?.key,
  };
  const pending = isEarlier ? [] : items.filter(({ kind }) => standsInThread.has(kind));
  return {
    ...presentLine(parts, thread, own),
    comments: [
      ...comments.map((row) => presentComment(parts, row, shown)),
      ...pending.map((row) => presentPending(parts, row, writers, language)),
    ],
  };
}

type ThreadPost = z.infer<typeof threadPost>;

/** The post a thread stands under, with its products as they are now. */
export function presentPost(parts: InboxParts, thread: ThreadRow): ThreadPost | undefined {
  const post = parts.uses.readPublished(thread.accountId, thread.postRemoteId);
  if (!post) return undefined;
  const products = parts.uses.readProducts(post.productIds);
  return {
    title: post.title,
    caption: post.caption,
    publishedAt: iso(post.publishedAt),
    ...(post.permalink === undefined ? {} : { permalink: post.permalink }),
    ...(post.thumbUrl === undefined ? {} : { thumbUrl: post.thumbUrl }),
    ...(post.pictureUrls === undefined ? {} : { pictureUrls: post.pictureUrls }),
    products: products.map((product) => {
      const thumbUrl = parts.uses.thumbUrlOf(product);
      return {
        id: product.id,
        title: product.title,
        sku: product.sku,
        price: product.salePriceMinor ?? product.priceMinor,
        currency: product.currency,
        stock: product.stock,
        ...(product.updatedAt > post.publishedAt ? { editedSince: iso(product.updatedAt) } : {}),
        ...(product.link === undefined ? {} : { link: product.link }),
        ...(thumbUrl === undefined ? {} : { thumbUrl }),
      };
    }),
  };
}
