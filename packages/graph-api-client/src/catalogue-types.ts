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
  /** Of a search: the same thing in other colours or sizes, each to be tagged by itself. */
  variants?: { productId: string; name?: string }[];
};

/** What the network thinks of one item. */
export type ProductDetail = RemoteProduct & {
  rejectionReasons: string[];
  /** FETCHED, FETCH_FAILED, or a word newer than this client. */
  imageFetchStatus?: string;
  visibility?: string;
  complaints: string[];
};

export type ProductAppeal = {
  productId: string;
  reviewStatus?: string;
  appealStatus?: string;
  canAppeal: boolean;
};

export type CatalogueCalls = {
  /** Catalogues that a business owns, or that clients of it lent. */
  businessCatalogues(
    list: { businessId: string; relation: 'owned' | 'client' },
    options?: CallOptions,
  ): Call<RemoteCatalogue[]>;
  /** Connecting it to a shop is done in Commerce Manager only. A second call makes a second catalogue. */
  createCatalogue(
    catalogue: { businessId: string; name: string },
    options?: CallOptions,
  ): Call<{ catalogueId: string }>;
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
  /** One item at once instead of by batch; the same code again changes it. Answers what tags name. */
  saveProduct(
    product: { catalogueId: string; item: CatalogueItem },
    options?: CallOptions,
  ): Call<{ productId: string }>;
  readProduct(productId: string, options?: CallOptions): Call<ProductDetail>;
  /** How the review of a product stands, as for tags of this account. */
  readProductAppeal(
    appeal: { igId: string; productId: string },
    options?: CallOptions,
  ): Call<ProductAppeal>;
  /** Asks for another review; the answer says nothing of its end. */
  appealProduct(
    appeal: { igId: string; productId: string; reason: string },
    options?: CallOptions,
  ): Call<{ received: true }>;
};
