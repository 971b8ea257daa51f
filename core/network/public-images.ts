import type { GraphResult } from 'graph-api-client';

export type PublicImage = { url: string; release(): Promise<void> };

/** Instagram takes pictures by address only: this gives a file an address for a while. */
export type PublicImages = {
  /** `url` works until `release`; releasing never fails, a left-over lapses within a day. */
  put(accountId: string, filePath: string): Promise<GraphResult<PublicImage>>;
};
