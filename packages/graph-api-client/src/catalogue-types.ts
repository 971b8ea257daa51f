import type { Call, CallOptions, ListPage, Paging } from './result.ts';

export type RemoteCatalogue = {
  id: string;
  name?: string;
  shopName?: string;
  productCount?: number;
};

export type ItemPrice = { minorUnits: number; currency: string };

export type CatalogueItem = {
  /** The merchant's own code; the network's `retailer_id`. */
  sku: string;
  title: string;
  description: string;
  isInStock: boolean;
  condition?: 'new' | 'refurbished' | 'used';
  price: ItemPrice;
  salePrice?: ItemPrice;
  /** The product's own page. */
  link: string;
  imageUrl: string;
  brand: string;
  quantity?: number;
};

export type ItemComplaint = { sku?: string; message: string };

export type BatchStatus = {
  isFinished: boolean;
  errorCount: number;
  errors: ItemComplaint[];
  invalidSkus: string[];
};

export type RemoteProduct = {
  /** What product tags name. */
  productId: string;
  sku?: string;
  name?: string;
  /** Formatted by the network: for reading, never for arithmetic. */
  priceText?: string;
  availability?: string;
  reviewStatus?: string;
  imageUrl?: string;
};

export type CatalogueCalls = {
  /** Empty when no shop is connected. User token. */
  availableCatalogs(igId: string, options?: CallOptions): Call<RemoteCatalogue[]>;
  /** Creates or changes items; queued by the network, safe to repeat. No handle: nothing was taken in. */
  upsertItems(
    batch: { catalogueId: string; items: CatalogueItem[] },
    options?: CallOptions,
  ): Call<{ handle?: string; complaints: ItemComplaint[] }>;
  deleteItems(
    batch: { catalogueId: string; skus: string[] },
    options?: CallOptions,
  ): Call<{ handle?: string; complaints: ItemComplaint[] }>;
  batchStatus(
    batch: { catalogueId: string; handle: string },
    options?: CallOptions,
  ): Call<BatchStatus>;
  /** All, or the one with `sku`. */
  listProducts(
    list: { catalogueId: string; sku?: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteProduct>>;
  searchProducts(
    search: { igId: string; catalogueId: string; text?: string } & Paging,
    options?: CallOptions,
  ): Call<ListPage<RemoteProduct>>;
};
