/** Instagram takes pictures by address only: this gives a file an address for a while. */
export type PublicImages = {
  /** `url` works until `release`. */
  put(accountId: string, filePath: string): Promise<PublicImage>;
};

export type PublicImage = { url: string; release(): Promise<void> };
