import type { GraphClient, GraphResult } from 'graph-api-client';
import type { AccountFact, AssetFact, PostFact } from '../../shared/facts.ts';

/** What publishing is handed by open-studio: plain functions of other features. */
export type PublishingUses = {
  /** The post as it stands now; undefined once it was removed. */
  readPost(postId: string): PostFact | undefined;
  /** True while the post as it stands still lacks a second person's yes. */
  awaitsApproval?(postId: string): boolean;
  readAsset(assetId: string): AssetFact | undefined;
  /** Hashes the file again: false when it is missing or no longer what was approved. */
  verifyAsset(assetId: string): Promise<boolean>;
  readAccount(accountId: string): AccountFact | undefined;
  /** Speaks as the account. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  /** Gives a picture a public address for as long as the target needs it. */
  putPublicImage(
    accountId: string,
    filePath: string,
    targetId?: string,
  ): Promise<GraphResult<{ url: string }>>;
  /** The file to upload for a medium, fit for the network; without it the asset's own file. */
  fileFor?(asset: AssetFact, network: AccountFact['network']): Promise<string>;
  isOnline(): boolean;
  /** UTC ms until which nothing should be sent for the account; undefined when free. */
  pausedUntil(accountId: string): number | undefined;
  /** Makes sure the account's catalogue holds these products; answers the item id of each. */
  ensureRemoteItems(accountId: string, productIds: string[]): Promise<Map<string, string>>;
  setHealth(accountId: string, health: AccountFact['health'], reasonCode?: string): void;
  /** Where a person looks at the account; of the practice network its own pages. */
  accountUrl(account: AccountFact): string | undefined;
  /** The last of a post's plan was taken back from the network: it is a draft again. */
  planEnded?(postId: string): void;
  /** It was out at `at` (UTC ms), before a move or a cancel reached the network. */
  planOvertaken?(postId: string, at: number): void;
  /** What is written now is not what went out: it is kept as a draft of its own. */
  keepAsDraft?(postId: string): void;
  /** The words of a published post were changed on a network. */
  wordsChanged?(postId: string, network: AccountFact['network'], text: string): void;
  /** Something stopped publishing as a whole (full disk, failing disk, wrong clock). */
  onHalt?(code: HaltCode | undefined): void;
  /** For the log: an event that made no sense, an error that is a defect. Never a secret. */
  report?(message: string, detail: Record<string, unknown>): void;
};

/** Why no visible call is made at all for the moment. */
export type HaltCode = 'disk-full' | 'disk-failing' | 'clock-off';
