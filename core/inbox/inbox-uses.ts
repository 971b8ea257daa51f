import type { GraphClient } from 'graph-api-client';
import type { Understanding } from '../../shared/language/understanding.ts';
import type { ReplyContext, SavedReply } from '../../shared/replies/reply-context.ts';
import type { AccountFact, ProductFact, PublishedPostFact } from '../../shared/facts.ts';

/** What the inbox is handed by open-studio: plain functions of other features. */
export type InboxUses = {
  listAccounts(): AccountFact[];
  readAccount(accountId: string): AccountFact | undefined;
  /** Speaks as the account. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  isOnline(): boolean;
  /** False while background reading must leave the limit to publishing. */
  mayRead(accountId: string): boolean;
  /** How much of the account's limit is used up, as the network last said. */
  usedPercent(accountId: string): number;
  /** UTC ms until which nothing should be sent for the account; undefined when free. */
  pausedUntil(accountId: string): number | undefined;
  listPublished(accountId: string, sinceAt?: number): PublishedPostFact[];
  readPublished(accountId: string, remoteId: string): PublishedPostFact | undefined;
  readProducts(productIds: string[]): ProductFact[];
  /** What a customer's words want, and in which language they are; `unknown` where nobody can tell. */
  understand(text: string): { language: string; intent: string };
  /** The same in full, with the products of the catalogue that are named. */
  readWords(text: string, taggedProductIds: readonly string[]): Understanding;
  /** Answers that the shop keeps. */
  savedReplies(): readonly SavedReply[];
  /** What replies may say of the shop to which an account belongs. */
  replyShop(accountId: string): ReplyContext['shop'];
  /** IANA name of the shop's time zone. */
  zone(): string;
  /** Who works at this computer; undefined while nobody said so. */
  me(): string | undefined;
  /** Is there such a person in the team? */
  isPerson(personId: string): boolean;
  thumbUrlOf(product: ProductFact): string | undefined;
  /** Told inside the transaction that keeps them: keys of what customers newly wrote. */
  onTaken?(keys: readonly bigint[]): void;
  /** For the log: an error nobody foresaw. Never a secret. */
  report(error: unknown): void;
};
