import type { DeedName } from '../../shared/contract/inbox-deeds.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { CommentRow } from './comment-store.ts';
import { factsOf } from './deed-facts.ts';
import { assertDeed, obstacleTo, type CannotCode } from './deed-rules.ts';
import { enqueue, findComment, findItem, type NewDeed } from './enqueue.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { OutboxRow } from './outbox-store.ts';
import { setBlocked } from './settle-item.ts';
import type { Wake } from './write-answers.ts';

type Done = { state: OutboxState };

/** What the merchant does about a comment besides answering it: true here at once, brought to the network
 *  by the outbox. */
export function writeDeeds(parts: InboxParts, wake: Wake) {
  const { tools, comments, marks, threads, uses } = parts;

  function assertPossible(comment: CommentRow, name: DeedName): void {
    const thread = threads.find(comment.threadId);
    if (!thread) throw new Problem('not-found');
    assertDeed(factsOf(parts, comment, thread), name);
  }

  function once(
    procedure: string,
    input: { commentId: string; clientId: string },
    write: (comment: CommentRow) => NewDeed,
  ): Done {
    const { id } = tools.applyOnce(procedure, input.clientId, () => {
      const comment = findComment(parts, input.commentId);
      return { id: enqueue(parts, comment, write(comment)) };
    });
    wake();
    return { state: findItem(parts, id).state };
  }

  return {
    hide: (input: { commentId: string; hidden: boolean; clientId: string }): Done =>
      once('inbox/hide', input, (comment) => {
        assertPossible(comment, 'hide');
        comments.setHidden(comment.key, input.hidden);
        return { kind: 'hide', hidden: input.hidden };
      }),

    like: (input: { commentId: string; liked: boolean; clientId: string }): Done =>
      once('inbox/like', input, (comment) => {
        assertPossible(comment, 'like');
        marks.setLiked(comment.key, input.liked);
        return { kind: 'like', isOn: input.liked };
      }),

    remove: (input: { commentId: string; clientId: string }): Done =>
      once('inbox/remove', input, (comment) => {
        assertPossible(comment, 'delete');
        return { kind: 'delete' };
      }),

    block: (input: {
      commentId: string;
      blocked: boolean;
      reason?: string | undefined;
      clientId: string;
    }): Done =>
      once('inbox/block', input, (comment) => {
        assertPossible(comment, 'block');
        const { accountId, fromId } = comment;
        const before = fromId === null ? undefined : marks.blockOf(accountId, fromId)?.reason;
        const text = input.reason?.trim() ?? before ?? '';
        setBlocked(parts, { accountId, text }, comment, input.blocked);
        return { kind: 'block', isOn: input.blocked, text };
      }),

    /** Why a comment of ours stays on the network, as `inbox-deeds:cannot` has it; undefined where it can be
     *  taken off. */
    whyStays(key: bigint): CannotCode | 'not-here' | undefined {
      const comment = comments.find(key);
      const thread = comment && threads.find(comment.threadId);
      if (!comment || !thread) return 'not-here';
      return obstacleTo(factsOf(parts, comment, thread), 'delete');
    },

    /** Draws a card or a code of a product, once for the same product as it is now. */
    async drawCard(input: { productId: string; kind: 'card' | 'qr' }) {
      const [product] = uses.readProducts([input.productId]);
      if (!product) throw new Problem('product-unknown');
      if (input.kind === 'qr' && product.link === undefined)
        throw new Problem('card-no-link', { name: product.title });
      const asset = await uses.drawCard(input.productId, input.kind);
      const price = uses.writeMoney(product.salePriceMinor ?? product.priceMinor, product.currency);
      const words = [`${product.title}, ${price}`, product.link].filter(Boolean).join('\n');
      return { assetId: asset.id, thumbUrl: asset.thumbUrl, words };
    },
  };
}

/** What a deed that is taken back leaves behind here: the value that another one on its way wants, else
 *  the one before. */
export function undoHere(parts: InboxParts, row: OutboxRow, isBack: boolean): void {
  const { comments, marks, outbox } = parts;
  const comment = comments.find(row.commentKey);
  if (!comment) return;
  const later = outbox
    .openOfThread(row.threadId)
    .findLast(
      (one) => one.id !== row.id && one.kind === row.kind && one.commentKey === row.commentKey,
    );
  const wanted = (mine: boolean, others: boolean | undefined) => others ?? (isBack ? mine : !mine);
  if (row.kind === 'hide') comments.setHidden(row.commentKey, wanted(row.hidden, later?.hidden));
  if (row.kind === 'like') marks.setLiked(row.commentKey, wanted(row.isOn, later?.isOn));
  if (row.kind === 'block') setBlocked(parts, row, comment, wanted(row.isOn, later?.isOn));
}
