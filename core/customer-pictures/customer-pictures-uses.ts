import type { GraphClient } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import type { PictureFetch } from '../network/fetch-picture.ts';

/** What customers' pictures are handed by open-studio: plain functions of others. */
export type CustomerPicturesUses = {
  dataDir: string;
  isOnline(): boolean;
  readAccount(accountId: string): AccountFact | undefined;
  /** Speaks as the account. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  /** False while reading must leave the limit to publishing and answering. */
  mayRead(accountId: string, purpose: 'open-view'): boolean;
  /** Of an account of the practice network: its address. Undefined for real ones. */
  practiceGraph(accountId: string): string | undefined;
  fetch: PictureFetch;
  workers: Pick<MediaLibrary['workers'], 'run'>;
  makeWorkFolder: MediaLibrary['makeWorkFolder'];
  importPath: MediaLibrary['importPath'];
  /** For the log: an error nobody foresaw. Never an address. */
  report(error: unknown): void;
};
