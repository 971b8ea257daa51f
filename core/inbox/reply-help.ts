import type { FilledReplyView, ReplySuggestionView } from '../../shared/contract/inbox-replies.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { commentLanguages, type CommentLanguage } from '../../shared/language/understanding.ts';
import { chooseProduct } from '../../shared/replies/choose-product.ts';
import { fillReply } from '../../shared/replies/fill-reply.ts';
import type { ReplyContext, ReplyProduct, SavedReply } from '../../shared/replies/reply-context.ts';
import { valuesOf } from '../../shared/replies/reply-values.ts';
import { suggestReply } from '../../shared/replies/suggest-reply.ts';
import { beyondAllKeys } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { ThreadRow } from './thread-store.ts';

/** So far back an answer of the same words is looked for. */
const commentsRead = 200;

export type FillWish = {
  threadIds: readonly string[];
  savedReplyId?: string | undefined;
  text?: string | undefined;
  productId?: string | undefined;
};

/** Drafts, suggestions, and kept words with what is known put in: what helps whoever answers. */
export function replyHelp(parts: InboxParts) {
  const { tools, threads, drafts, uses } = parts;

  function findThread(threadId: string): ThreadRow {
    const row = threads.find(threadId);
    if (!row) throw new Problem('not-found');
    return row;
  }

  return {
    draft(input: { threadId: string; text: string; clientId?: string | undefined }) {
      const { threadId, text } = input;
      return tools.applyOnce('inbox/draft', input.clientId, () => {
        const person = uses.me() ?? '';
        findThread(threadId);
        const had = drafts.find(threadId, person) !== undefined;
        const has = text.trim() !== '';
        if (has) drafts.put(threadId, person, text, tools.clock.now());
        else drafts.remove(threadId, person);
        // The list shows that there is one, not what stands in it.
        if (had !== has) tools.events.changed('drafts');
        return { ok: true as const };
      });
    },
    drafts(threadIds: readonly string[]) {
      const personId = uses.me();
      const kept = drafts.ofThreads(threadIds, personId ?? '');
      const items = [...new Set(threadIds)]
        .filter((threadId) => threads.find(threadId))
        .map((threadId) => ({ threadId, text: kept.get(threadId) ?? '' }));
      return { items, ...(personId !== undefined && { personId }) };
    },
    suggest: (threadId: string) => {
      const suggestion = suggestFor(parts, findThread(threadId));
      return suggestion ? { suggestion } : {};
    },
    fillReplies(wish: FillWish): { items: FilledReplyView[] } {
      const saved = uses.savedReplies().find(({ id }) => id === wish.savedReplyId);
      if (wish.savedReplyId !== undefined && !saved) throw new Problem('not-found');
      const ids = [...new Set(wish.threadIds)];
      return {
        items: ids.flatMap((id) => {
          const thread = threads.find(id);
          return thread ? [fillFor(parts, thread, wish, saved)] : [];
        }),
      };
    },
  };
}

/** Everything that a reply in this thread may speak of. */
function knowledgeOf(parts: InboxParts, thread: ThreadRow, words: string) {
  const { uses } = parts;
  const tagged = uses.readPublished(thread.accountId, thread.postRemoteId)?.productIds ?? [];
  const understanding = uses.readWords(words, tagged);
  const named = understanding.entities.products.map(({ productId }) => productId);
  const context: ReplyContext = {
    person: thread.personName,
    products: uses.readProducts([...new Set([...tagged, ...named])]).map(replyProduct),
    taggedProductIds: tagged,
    shop: uses.replyShop(thread.accountId),
    savedReplies: uses.savedReplies(),
  };
  return { understanding, context };
}

function replyProduct(product: ProductFact): ReplyProduct {
  const { id, title, priceMinor, salePriceMinor, currency, stock, link } = product;
  return { id, title, priceMinor, salePriceMinor, currency, stock, link };
}

function suggestFor(parts: InboxParts, thread: ThreadRow): ReplySuggestionView | undefined {
  const words = thread.waits ? parts.comments.newestOfCustomer(thread.id) : undefined;
  if (!words || thread.spam) return undefined;
  const { understanding, context } = knowledgeOf(parts, thread, words.text);
  const found = suggestReply(understanding, context, (language, key) =>
    parts.tools.say(language, `suggested-replies:${key}`),
  );
  if (found.kind === 'none') return undefined;
  const titleOf = (id: string | undefined) => context.products.find((one) => one.id === id)?.title;
  return {
    kind: found.kind,
    text: found.text,
    language: found.language,
    missing: found.kind === 'finish' ? found.missing : [],
    facts: found.facts.map(({ name, value, productId }) => {
      const product = titleOf(productId);
      return { name, value, ...(product === undefined ? {} : { product }) };
    }),
    ...(found.kind === 'ready' && found.savedReplyId !== undefined
      ? { savedReplyId: found.savedReplyId }
      : {}),
  };
}

function fillFor(
  parts: InboxParts,
  thread: ThreadRow,
  { text: written = '', productId }: FillWish,
  saved: SavedReply | undefined,
): FilledReplyView {
  const target = parts.comments.newestOfCustomer(thread.id);
  const { understanding, context } = knowledgeOf(parts, thread, target?.text ?? '');
  const { template, language } = versionOf(parts, thread, { shop: context.shop, written, saved });
  const chosen =
    productId === undefined
      ? chooseProduct(understanding.entities, context.products, context.taggedProductIds)
      : parts.uses.readProducts([productId]).map(replyProduct)[0];
  const product = chosen === 'several' ? undefined : chosen;
  const { text, unfilled } = fillReply(template, valuesOf(language, context, product));
  return {
    threadId: thread.id,
    person: thread.personName,
    ...(target ? { commentId: String(target.key) } : {}),
    text,
    language,
    unfilled,
    alreadySaid: target !== undefined && isSaid(parts, thread, target, text),
  };
}

/** The words in the customer's language, else in the shop's, else in whichever there is. What was just
 *  written has the language in which it is written: its prices are to read so. */
function versionOf(
  parts: InboxParts,
  thread: ThreadRow,
  words: { shop: ReplyContext['shop']; written: string; saved: SavedReply | undefined },
): { template: string; language: CommentLanguage } {
  const { shop, written, saved } = words;
  const known = (language: string | null) => commentLanguages.find((name) => name === language);
  if (!saved) {
    const { language } = parts.uses.understand(written);
    return { template: written, language: known(language) ?? shop.language };
  }
  const theirs = known(thread.language);
  const wishes = [...(theirs ? [theirs] : []), shop.language, ...commentLanguages];
  const language = wishes.find((name) => saved.texts[name] !== undefined) ?? shop.language;
  return { template: saved.texts[language] ?? '', language };
}

/** Whether these words stand after the comment already, or wait to. */
function isSaid(parts: InboxParts, thread: ThreadRow, target: CommentRow, text: string): boolean {
  const words = text.trim();
  const isSame = (other: string) => other.trim() === words;
  const waits = parts.outbox
    .openOfThread(thread.id)
    .some((item) => item.kind === 'reply' && isSame(item.text));
  return (
    waits ||
    parts.comments
      .ofThread(thread.id, beyondAllKeys, commentsRead)
      .some((row) => row.mine && !row.deleted && row.key > target.key && isSame(row.text))
  );
}
