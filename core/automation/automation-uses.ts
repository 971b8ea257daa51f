import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { AccountFact, ProductFact, PublishedPostFact, ShopTimes } from '../../shared/facts.ts';
import type { Understanding } from '../../shared/language/understanding.ts';
import type { ReplyContext } from '../../shared/replies/reply-context.ts';
import type { Settings } from '../db/settings.ts';

type Sent = { state: OutboxState };
type OfThreads = { threadIds: string[]; clientId?: string | undefined };

/** What the inbox does when asked. Each joins the transaction of the caller and throws a Problem where it
 *  cannot be done. */
export type InboxDeeds = {
  reply(input: { commentId: string; text: string; clientId: string }): Sent & { replyId: string };
  privateReply(input: { commentId: string; text: string; clientId: string }): Sent;
  hide(input: { commentId: string; hidden: boolean; clientId: string }): Sent;
  /** Takes a comment of ours off the network. */
  remove(input: { commentId: string; clientId: string }): Sent;
  /** Why the network does not take a comment of ours off; undefined where it does. */
  whyStays(key: bigint): string | undefined;
  withdraw(input: { id: string; clientId?: string | undefined }): Sent;
  markSpam(input: OfThreads & { spam: boolean }): unknown;
  assign(input: OfThreads & { personId?: string }): unknown;
};

/** What is handed over by open-studio: plain functions of other features. */
export type AutomationUses = {
  settings: Settings;
  inbox: InboxDeeds;
  listAccounts(): AccountFact[];
  timesOf(accountId: string): ShopTimes;
  /** Of the first shop, or of another. */
  timesOfShop(shopId?: string): ShopTimes;
  replyShop(accountId: string): ReplyContext['shop'];
  readWords(text: string, taggedProductIds: readonly string[]): Understanding;
  readPublished(accountId: string, remoteId: string): PublishedPostFact | undefined;
  readProducts(productIds: string[]): ProductFact[];
  /** Is there such a person in the team? */
  isPerson(personId: string): boolean;
  /** Throws Problem 'who-are-you' or 'not-your-role' where whoever works here may not change rules. */
  requireKeeper(): void;
  /** Does somebody answer this thread now? */
  isHeld(threadId: string): boolean;
  /** Gives the person of a thread a tag; its id, undefined where they had it already. */
  tag(threadId: string, name: string): string | undefined;
  untag(threadId: string, tagId: string): void;
  /** Writes an order down from a comment; its id. */
  draftOrder(commentKey: bigint): string;
  dropOrder(orderId: string): void;
  notify(note: { title: string; body: string }): void;
  /** For the log: an error nobody foresaw. Never a secret. */
  report(error: unknown): void;
};
