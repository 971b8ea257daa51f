// What the catalogue asks of the network. The Graph API client fits these types by its shape, so that
// no feature has to import it.

/** Why a call failed, as far as it matters here; whoever catches it may read more. */
export type RemoteFailure = { reaction: string; meaning: string; message: string };

type Answer<T> = Promise<{ ok: true; value: T } | { ok: false; failure: RemoteFailure }>;

export type RemoteItemInput = {
  sku: string;
  title: string;
  description: string;
  isInStock: boolean;
  condition: 'new';
  price: { minorUnits: number; currency: string };
  salePrice?: { minorUnits: number; currency: string };
  link: string;
  imageUrl: string;
  brand: string;
  quantity: number;
};

export type RemoteCatalogue = {
  upsertItems(batch: { catalogueId: string; items: RemoteItemInput[] }): Answer<{
    handle?: string;
    complaints: { sku?: string; message: string }[];
  }>;
  batchStatus(batch: { catalogueId: string; handle: string }): Answer<{ isFinished: boolean }>;
  listProducts(list: { catalogueId: string; sku?: string }): Answer<{
    items: { productId: string; sku?: string }[];
  }>;
};

export type RemoteItemsUses = {
  /** The catalogue of the network that belongs to the account; none, no product tags. */
  catalogueOf: (accountId: string) => string | undefined;
  /** Speaks as somebody who may change that catalogue. */
  clientFor: (accountId: string) => Promise<RemoteCatalogue>;
  /** The file of a photo in a form that every network takes. */
  photoFile: (assetId: string) => Promise<string>;
  /** Puts a picture where the network can fetch it. */
  putPublicImage: (accountId: string, path: string) => Answer<{ url: string }>;
};

/** Thrown when the network could not be asked or is not ready: the same call may be made later. */
export class RemoteItemsError extends Error {
  readonly failure: RemoteFailure & { outcome: 'not-done' };

  constructor(failure: RemoteFailure) {
    super(failure.message);
    this.name = 'RemoteItemsError';
    this.failure = { ...failure, outcome: 'not-done' };
  }
}
