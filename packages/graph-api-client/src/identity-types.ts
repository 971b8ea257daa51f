import type { Call, CallOptions, GraphFailure } from './result.ts';

export type LinkedInstagram = {
  id: string;
  username?: string;
  name?: string;
  pictureUrl?: string;
};

export type ManagedPage = {
  id: string;
  name: string;
  username?: string;
  /** Page token. Secret; absent when the person has no task on the Page. */
  token?: string;
  category?: string;
  tasks: string[];
  pictureUrl?: string;
  link?: string;
  isPublished?: boolean;
  instagram?: LinkedInstagram;
  /** Through which business it was found, when it was. */
  business?: Business;
};

export type Business = { id: string; name?: string };

export type AccountDiscovery = {
  /** Each Page once, with its token where the person has a task on it. */
  pages: ManagedPage[];
  /** What could not be read, as businesses without the permission for them. */
  notRead: GraphFailure[];
};

export type PageDetail = {
  id: string;
  name?: string;
  link?: string;
  isPublished?: boolean;
  /** May the token's owner post on it? */
  canPost?: boolean;
  isNewPage?: boolean;
  verificationStatus?: string;
  fanCount?: number;
  followerCount?: number;
  unreadMessageCount?: number;
  instagram?: LinkedInstagram;
};

export type GrantedPermission = { permission: string; status: string };

export type TokenFacts = {
  isValid: boolean;
  type?: string;
  appId?: string;
  userId?: string;
  profileId?: string;
  /** UTC ms; absent when the token has no fixed end. */
  expiresAt?: number;
  dataAccessExpiresAt?: number;
  issuedAt?: number;
  scopes: string[];
  /** Which Pages and accounts were ticked; a scope without ids is granted for all. */
  granular: { scope: string; targetIds?: string[] }[];
  /** Why the token is no longer valid. */
  error?: { code?: number; subcode?: number; message: string };
};

export type InstagramProfile = {
  id: string;
  username?: string;
  name?: string;
  pictureUrl?: string;
  biography?: string;
  website?: string;
  mediaCount?: number;
  followerCount?: number;
  followsCount?: number;
  /** How the review of the shop stands, in the network's words. */
  shoppingReviewStatus?: string;
  /** Absent when the token may not see it. */
  canTagProducts?: boolean;
};

export type DiscoveryCalls = {
  /** Every Page the person manages, all result pages read. User token. */
  accounts(options?: CallOptions): Call<ManagedPage[]>;
  businesses(options?: CallOptions): Call<Business[]>;
  /** Pages that a business owns, or that clients of it lent. */
  businessPages(
    list: { businessId: string; relation: 'owned' | 'client' },
    options?: CallOptions,
  ): Call<ManagedPage[]>;
  /** No token: the person has no task on the Page. */
  readPageToken(pageId: string, options?: CallOptions): Call<{ token?: string }>;
  /** Everything above at once, each Page once. Fails only when the person's own Pages cannot be read. */
  discoverAccounts(options?: CallOptions): Call<AccountDiscovery>;
};

export type IdentityCalls = {
  /** Whom the token speaks for; the cheapest check of a token. */
  me(options?: CallOptions): Call<{ id: string; name?: string }>;
  permissions(options?: CallOptions): Call<GrantedPermission[]>;
  /** Gives one permission back, or all: then the app is removed and its tokens are dead. */
  revokePermissions(
    revoke?: { permission?: string },
    options?: CallOptions,
  ): Call<{ revoked: true }>;
  /** Looks at `inputToken` with this client's own token. */
  debugToken(inputToken: string, options?: CallOptions): Call<TokenFacts>;
  readPage(pageId: string, options?: CallOptions): Call<PageDetail>;
  readInstagramProfile(igId: string, options?: CallOptions): Call<InstagramProfile>;
};
