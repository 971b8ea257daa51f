import type { z } from 'zod';
import type { InboxComment, OutboxItem, Thread, threadPost } from '../../shared/contract/inbox.ts';
import type { Language, Question, Reason } from '../../shared/contract/shapes.ts';
import { keysPerMs } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { privateReplyWithinMs, splitReason } from './outbox-step.ts';
import type { OutboxRow } from './outbox-store.ts';
import type { ThreadRow } from './thread-store.ts';

const commentsInList = 50;
const commentsInThread = 500;

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

function presentComment(
  parts: InboxParts,
  row: CommentRow,
  open: readonly OutboxRow[],
): InboxComment {
  const parent =
    row.parentRemoteId === null
      ? undefined
      : parts.comments.findRemote(row.accountId, row.parentRemoteId);
  const privateReply = privateReplyOf(row, open, parts.tools.clock.now());
  // A network may know us by a handle: the shop reads its own name everywhere.
  const own = row.mine ? parts.uses.readAccount(row.accountId)?.name : undefined;
  const name = own ?? row.fromName;
  const shown = row.outboxId === null ? 'visible' : 'sent';
  return {
    commentId: String(row.key),
    remoteId: row.fullRemoteId,
    from: { name, ...(row.fromId === null ? {} : { id: row.fromId }) },
    text: row.text,
    createdAt: iso(row.createdAt),
    mine: row.mine,
    hidden: row.hidden,
    ...(row.attachmentUrl === null ? {} : { hasPhoto: true }),
    state: row.deleted ? 'deleted' : shown,
    ...(parent ? { parentId: String(parent.key) } : {}),
    ...(privateReply === undefined ? {} : { privateReply }),
  };
}

/** A reply on its way stands in its thread as it will appear. */
function presentPending(parts: InboxParts, row: OutboxRow, language: Language): InboxComment {
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
    hidden: false,
    state: row.state,
    outboxId: row.id,
    ...(question ? { question } : {}),
    ...(waitsFor ? { waitsFor } : {}),
  };
}

export function presentThread(
  parts: InboxParts,
  thread: ThreadRow,
  language: Language,
  whole = false,
): Thread {
  const { comments, outbox, uses } = parts;
  const open = outbox.openOfThread(thread.id);
  const rows = comments.ofThread(thread.id, whole ? commentsInThread : commentsInList);
  const pending = [...open, ...outbox.refusedOfThread(thread.id)].filter(
    (item) => item.kind === 'reply',
  );
  const post = uses.readPublished(thread.accountId, thread.postRemoteId);
  return {
    threadId: thread.id,
    accountId: thread.accountId,
    network: thread.network,
    postRemoteId: thread.postRemoteId,
    ...(post ? { postId: post.postId } : {}),
    person: {
      name: thread.personName,
      ...(thread.personId === null ? {} : { id: thread.personId }),
    },
    kind: thread.kind,
    unread: thread.unread,
    done: thread.done,
    spam: thread.spam,
    waits: thread.waits,
    ...asideOf(thread),
    lastAt: iso(Number(thread.lastKey / keysPerMs)),
    snippet: thread.snippet,
    ...(post?.thumbUrl === undefined ? {} : { postThumbUrl: post.thumbUrl }),
    sign: thread.sign,
    comments: [
      ...rows.map((row) => presentComment(parts, row, open)),
      ...pending.map((row) => presentPending(parts, row, language)),
    ],
  };
}

/** What is known of a thread and often is not. */
function asideOf({ snoozedUntil, assigneeId, intent, language, waitsSince }: ThreadRow) {
  return {
    ...(snoozedUntil === null ? {} : { snoozedUntil: iso(snoozedUntil) }),
    ...(assigneeId === null ? {} : { assigneeId }),
    ...(intent === null ? {} : { intent }),
    ...(language === null ? {} : { language }),
    ...(waitsSince === null ? {} : { waitsSince: iso(Number(waitsSince / keysPerMs)) }),
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
    products: products.map((product) => {
      const thumbUrl = parts.uses.thumbUrlOf(product);
      return {
        id: product.id,
        title: product.title,
        sku: product.sku,
        price: product.salePriceMinor ?? product.priceMinor,
        currency: product.currency,
        stock: product.stock,
        ...(product.link === undefined ? {} : { link: product.link }),
        ...(thumbUrl === undefined ? {} : { thumbUrl }),
      };
    }),
  };
}

export function presentItem(parts: InboxParts, row: OutboxRow, language: Language): OutboxItem {
  const question = questionOf(parts, row, language);
  const waitsFor = reasonOf(parts, row, language);
  return {
    id: row.id,
    kind: row.kind,
    threadId: row.threadId,
    accountId: row.accountId,
    ...(row.kind === 'hide' ? {} : { text: row.text }),
    person: parts.threads.find(row.threadId)?.personName ?? '',
    state: row.state,
    createdAt: iso(row.createdAt),
    ...(waitsFor ? { waitsFor } : {}),
    ...(question ? { question } : {}),
  };
}
