// What the catalogue asks of the network. The Graph API client fits these types by its shape, so that
// no feature has to import it.

type Answer<T> = Promise<
  | { ok: true; value: T }
  | {
      ok: false;
      failure: { reaction: string; meaning: string; message: string; offline?: boolean };
    }
>;

export type RemoteItemInput = {
  sku: string;
  title: string;
  description: string;
  isInStock: boolean;
  price: { minorUnits: number; currency: string };
  salePrice?: { minorUnits: number; currency: string };
  link: string;
  imageUrl: string;
  brand: string;
  quantity?: number;
};

export type RemoteCatalogue = {
  upsertItems(batch: { catalogueId: string; items: RemoteItemInput[] }): Answer<{
    handle?: string;
    complaints: { sku?: string; message: string }[];
  }>;
  batchStatus(batch: { catalogueId: string; handle: string }): Answer<{
    isFinished: boolean;
    errors: { sku?: string; message: string }[];
  }>;
  listProducts(list: { catalogueId: string; sku?: string; limit?: number }): Answer<{
    items: { productId: string; sku?: string; reviewStatus?: string }[];
  }>;
};

export type RemoteItemsUses = {
  /** The catalogue of the network that belongs to the account; none, no product tags. */
  catalogueOf: (accountId: string) => string | undefined;
  clientFor: (accountId: string) => Promise<RemoteCatalogue>;
  /** Puts a picture where the network can fetch it. */
  putPublicImage: (
    accountId: string,
    path: string,
  ) => Promise<{ url: string; release: () => Promise<void> | void }>;
  /** Waits between two looks at a queued batch; by the studio's clock in tests. */
  pause: (ms: number) => Promise<void>;
};
