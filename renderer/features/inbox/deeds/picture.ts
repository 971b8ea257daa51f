/** A picture that goes with an answer. */
export type Picture = { assetId: string; thumbUrl: string };
