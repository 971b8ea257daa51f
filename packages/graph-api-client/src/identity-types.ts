import type { Call, CallOptions } from './result.ts';

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
  scopes: string[];
};

export type InstagramProfile = {
  id: string;
  username?: string;
  name?: string;
  pictureUrl?: string;
  mediaCount?: number;
  /** Absent when the token may not see it. */
  canTagProducts?: boolean;
};

export type IdentityCalls = {
  /** Whom the token speaks for; the cheapest check of a token. */
  me(options?: CallOptions): Call<{ id: string; name?: string }>;
  permissions(options?: CallOptions): Call<GrantedPermission[]>;
  /** Every Page the person manages, all result pages read. User token. */
  accounts(options?: CallOptions): Call<ManagedPage[]>;
  /** Looks at `inputToken` with this client's own token. */
  debugToken(inputToken: string, options?: CallOptions): Call<TokenFacts>;
  readInstagramProfile(igId: string, options?: CallOptions): Call<InstagramProfile>;
};
