import type { GraphClient, RemoteAttachment } from 'graph-api-client';
import type { CustomerPicture } from '../../shared/contract/customer-pictures.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Understanding } from '../../shared/language/understanding.ts';
import type { ReplyContext, SavedReply } from '../../shared/replies/reply-context.ts';
import type {
  AccountFact,
  AssetFact,
  Colleagues,
  ProductFact,
  PublishedPostFact,
} from '../../shared/facts.ts';

/** What the inbox is handed by open-studio: plain functions of other features. */
export type InboxUses = {
  listAccounts(): AccountFact[];
  readAccount(accountId: string): AccountFact | undefined;
  /** Ids of a shop's accounts; undefined for a shop that is not there. */
  accountsOfShop(shopId: string): string[] | undefined;
  /** Speaks as the account. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  isOnline(): boolean;
  /** False while background reading must leave the limit to publishing. */
  mayRead(accountId: string): boolean;
  /** The same for conversations, which have a limit of their own beside. */
  mayHear(accountId: string): boolean;
  /** How much of the account's limit is used up, as the network last said. */
  usedPercent(accountId: string): number;
  /** UTC ms until which nothing should be sent for the account, or no messages; undefined when free. */
  pausedUntil(accountId: string, limit?: 'messages'): number | undefined;
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
  /** Who of the team does what with a thread. */
  colleagues: Colleagues;
  thumbUrlOf(product: ProductFact): string | undefined;
  /** What customers send beside their words: kept with each comment, shown with a thread. */
  pictures: {
    note(key: bigint, attachments: readonly RemoteAttachment[]): void;
    ofComments(keys: readonly bigint[], language: Language): Map<bigint, CustomerPicture[]>;
  };
  /** A picture of the library. */
  readAsset(
    assetId: string,
  ): Pick<AssetFact, 'id' | 'kind' | 'name' | 'hash' | 'thumbUrl'> | undefined;
  /** The file to send of a picture, clean and small enough; undefined once its bytes are others. */
  pictureFile(assetId: string, hash: string): Promise<string | undefined>;
  /** A picture of a product with its price, or with a code that leads to it; the one made before, where
   *  nothing changed since. */
  drawCard(productId: string, kind: 'card' | 'qr'): Promise<Pick<AssetFact, 'id' | 'thumbUrl'>>;
  /** Money as the shop writes it. */
  writeMoney(minorUnits: number, currency: string): string;
  /** What a network still lists but the shop has done away with: it is not taken in. */
  isUnwanted?(comment: {
    accountId: string;
    authorId: string | null;
    remoteId: string;
    createdAt: number;
  }): boolean;
  /** Told inside the transaction that keeps them: keys of what customers newly wrote. */
  onTaken?(keys: readonly bigint[]): void;
  /** For the log: an error nobody foresaw. Never a secret. */
  report(error: unknown): void;
};
