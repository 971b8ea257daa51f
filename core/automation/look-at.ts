import type { AutomationParts } from './automation-parts.ts';
import type { ReadComment } from './comment-reads.ts';
import type { Asking } from './fill-texts.ts';
import type { CommentFacts } from './judge-rule.ts';
import { instantToWall } from '../../shared/rules/zoned-time.ts';
import type { ShopTimes } from '../../shared/facts.ts';

/** A comment as rules see it. */
export type Looked = {
  comment: ReadComment;
  facts: CommentFacts;
  times: ShopTimes;
  /** Read when something is to be said. */
  asking(): Asking;
};

export function lookAt({ uses, reads }: AutomationParts, comment: ReadComment): Looked {
  const { accountId, text } = comment;
  const post = uses.readPublished(accountId, comment.postRemoteId);
  const taggedProductIds = post?.productIds ?? [];
  const { language, intents, entities } = uses.readWords(text, taggedProductIds);
  const times = uses.timesOf(accountId);
  return {
    comment,
    times,
    facts: {
      text,
      language,
      intent: intents[0]?.intent ?? 'other',
      accountId,
      postId: post?.postId,
      kind: comment.kind,
      wall: instantToWall(comment.createdAt, times.zone),
      isFirst: reads.isFirst(comment),
    },
    asking() {
      const named = entities.products;
      const ids = [...taggedProductIds, ...named.map(({ productId }) => productId)];
      return {
        person: comment.fromName,
        language,
        named,
        taggedProductIds,
        products: uses.readProducts([...new Set(ids)]),
        shop: uses.replyShop(accountId),
      };
    },
  };
}
