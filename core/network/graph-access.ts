import type { GraphClient } from 'graph-api-client';

/** Clients that speak for an account, and how much may still be asked of the network in its name. */
export type GraphAccess = {
  /** Speaks as the account's Page. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  /** Speaks as the person who connected the account: product tags and catalogues want it. */
  userClientFor(accountId: string): Promise<GraphClient>;
  /** False while background reading must leave the limit to publishing. */
  mayRead(accountId: string): boolean;
  /** UTC ms until which nothing at all should be sent for the account; undefined when free. */
  pausedUntil(accountId: string): number | undefined;
  /** Forgets clients and limits, after signing in again or out. */
  forget(accountId: string): void;
};
