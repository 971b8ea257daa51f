import { Problem } from '../../shared/contract/problem.ts';
import type { Product, ProductInput } from '../../shared/contract/catalogue.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { attachByName } from './attach-by-name.ts';
import type { CatalogueUses } from './catalogue-uses.ts';
import { importFile, type ImportAnswer, type ImportInput } from './import/import-file.ts';
import { lastPosted } from './last-posted.ts';
import { photoStore } from './photo-store.ts';
import { productSearch, type ProductFilter } from './product-search.ts';
import { productViews } from './product-views.ts';
import { catalogueStore } from './store.ts';
import { remoteItemsSync } from './sync-remote-items.ts';
import { saveProduct } from './save-product.ts';
import type { RemoteItemsUses } from './remote-catalogue.ts';
import { remoteItemStore } from './remote-item-store.ts';

const dayMs = 86_400_000;

export type CatalogueService = ReturnType<typeof catalogueService>;

/** What the merchant does with products. */
export function catalogueService(tools: FeatureTools, uses: CatalogueUses & RemoteItemsUses) {
  const store = catalogueStore(tools.db);
  const photos = photoStore(tools.db);
  const search = productSearch(tools.db);
  const remoteItems = remoteItemStore(tools.db);
  const views = productViews({ photos, remoteItems, lastPostedAt: lastPosted(tools.db), uses });

  /** Products as other features know them, in the order asked; unknown and removed ones left out. */
  const readProducts = (productIds: string[]): ProductFact[] =>
    views.facts(
      productIds.flatMap((id) => (store.isRemoved(id) === false ? (store.find(id) ?? []) : [])),
    );

  function get(productId: string): Product {
    const row = store.isRemoved(productId) === false ? store.find(productId) : undefined;
    if (!row) throw new Problem('not-found', { what: 'product' });
    return views.products([row])[0] as Product;
  }

  function page(asked: {
    text?: string | undefined;
    filter?: ProductFilter | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
    inStock?: boolean | undefined;
    onSale?: boolean | undefined;
    notPostedDays?: number | undefined;
  }): { items: Product[]; next?: string; total: number } {
    const limit = asked.limit ?? 50;
    const { rows, total } = search.page({
      text: asked.text ?? '',
      filter: asked.filter ?? 'all',
      after: asked.cursor,
      limit: limit + 1,
      narrowed: {
        inStock: asked.inStock,
        onSale: asked.onSale,
        notPostedSince: asked.notPostedDays && tools.clock.now() - asked.notPostedDays * dayMs,
      },
    });
    const items = views.products(rows.slice(0, limit));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, total, ...(last && { next: last.id }) };
  }

  function save({ clientId, ...input }: ProductInput): Product {
    return tools.applyOnce('catalogue/save', clientId, () => {
      const productId = saveProduct({ tools, store, photos, uses }, input);
      tools.events.changed('catalogue');
      return get(productId);
    });
  }

  /** Answers how many were there to be changed. */
  function setRemoved(productIds: readonly string[], removed: boolean): number {
    const now = tools.clock.now();
    const changing = [...new Set(productIds)].filter((id) => store.isRemoved(id) === !removed);
    for (const id of changing) {
      const row = store.find(id);
      if (!removed && row && store.findBySku(row.sku))
        throw new Problem('sku-taken', { sku: row.sku });
      store.setRemoved(id, removed ? now : null, now);
    }
    if (changing.length > 0) tools.events.changed('catalogue');
    return changing.length;
  }

  return {
    search: page,
    get,
    save,
    remove: (productIds: string[], clientId?: string) =>
      tools.applyOnce('catalogue/remove', clientId, () => ({
        removed: setRemoved(productIds, true),
      })),
    restore: (productIds: string[], clientId?: string) =>
      tools.applyOnce('catalogue/restore', clientId, () => ({
        restored: setRemoved(productIds, false),
      })),
    /** Reads a file of products; writes them only with `confirm`. */
    importFile: (input: ImportInput, language?: Language): Promise<ImportAnswer> =>
      tools.applyOnceAsync('catalogue/importFile', input.confirm ? input.clientId : undefined, () =>
        importFile({ tools, store, uses }, input, language ?? tools.shopLanguage()),
      ),
    attachByName: (named: { assetId: string; name: string }[], clientId?: string) =>
      tools.applyOnce('catalogue/attachByName', clientId, () =>
        attachByName({ tools, store, photos, uses }, named),
      ),
    counts: () => ({
      all: search.count('all'),
      lowStock: search.count('low-stock'),
      noPhoto: search.count('no-photo'),
      neverPosted: search.count('never-posted'),
    }),
    usedIn: (productId: string) => ({
      posts: uses.postsWithProduct(productId).map(({ at, thumbUrl, ...post }) => ({
        ...post,
        ...(at !== undefined && { at: new Date(at).toISOString() }),
        ...(thumbUrl !== undefined && { thumbUrl }),
      })),
      creations: uses.countCreations(productId),
    }),
    readProducts,
    titles: store.titles,
    findSku(sku: string): ProductFact | undefined {
      const row = store.findBySku(sku);
      return row && views.facts([row])[0];
    },
    hasSku: (sku: string): boolean => store.findBySku(sku) !== undefined,
    /** For publishing: the network's items of products that are to be tagged. Throws
     *  RemoteItemsError where the network could not be asked or is not ready yet. */
    ensureRemoteItems: remoteItemsSync({ tools, remoteItems, uses, readProducts }),
    /** Nearly sold out or sold out, worst first. */
    lowStock: (limit: number): Product[] => views.products(search.lowStock(limit)),
    countLowStock: (): number => search.count('low-stock'),
  };
}
