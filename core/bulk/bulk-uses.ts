import type { CalendarRange, Check, NewPost, PostContent } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { UsualTime } from '../../shared/rules/calendar-grid.ts';
import type { AccountFact, AssetFact, ProductFact } from '../../shared/facts.ts';

export type NamedMedium = { assetId: string; name: string };

/** What is planned already; instants in UTC ms. */
export type PlannedPost = { postId: string; at: number; accountIds: readonly string[] };
export type LikePost = { postId: string; at?: number | undefined };
export type TablePost = {
  content: PostContent;
  plan?: { at: number; wall: string; zone: string } | undefined;
};

export type PostsInRange = {
  from?: number | undefined;
  to?: number | undefined;
  accountId?: string | undefined;
  productId?: string | undefined;
  drafts?: boolean | undefined;
};

/** What the tables of posts ask of other features; open-studio hands it over. */
export type BulkUses = {
  country: () => string;
  placeOf: (accountIds: readonly string[]) => { zone: string; usualTimes: readonly UsualTime[] };
  accounts: () => AccountFact[];
  campaigns: () => { id: string; name: string }[];
  readAsset: (assetId: string) => AssetFact | undefined;
  /** Every photo and video of the library. */
  mediaNames: () => NamedMedium[];
  readProducts: (productIds: string[]) => ProductFact[];
  /** What goes with a picture into a post when its row says nothing of any; these products are tagged on it. */
  altOf: (assetId: string, productIds: readonly string[]) => string | undefined;
  findSku: (sku: string) => ProductFact | undefined;
  posts: {
    /** With `at` (ISO) also whether that day is full. */
    check: (content: PostContent & { at?: string | undefined }, language: Language) => Check[];
    /** Equal for the same words and pictures. */
    printOf: (content: PostContent) => string;
    /** Other posts with the same words and pictures. */
    alike: (print: string) => LikePost[];
    planned: (from: number, to: number) => PlannedPost[];
    /** How many posts an account's network takes in 24 hours, as far as it sets a limit. */
    dayLimitOf: (accountId: string) => number | undefined;
    /** Planned posts by time. */
    idsIn: (range: CalendarRange) => string[];
    draftIds: () => string[];
    read: (postId: string) => TablePost | undefined;
    createMany: (
      batch: { posts: readonly NewPost[]; name: string },
      clientId: string | undefined,
      language: Language,
    ) => { batchId: string; items: { postId: string }[] };
  };
};
