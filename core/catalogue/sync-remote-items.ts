import { createHash } from 'node:crypto';
import type { ProductFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CatalogueUses } from './catalogue-uses.ts';
import {
  RemoteItemsError,
  type RemoteCatalogue,
  type RemoteFailure,
  type RemoteItemInput,
  type RemoteItemsUses,
} from './remote-catalogue.ts';
import type { RemoteItemStore } from './remote-item-store.ts';

/** Answers the network's item of each product; a product it cannot take is left out. */
export type EnsureRemoteItems = (
  accountId: string,
  productIds: readonly string[],
) => Promise<Map<string, string>>;

type Syncing = {
  tools: Pick<FeatureTools, 'clock' | 'events'>;
  remoteItems: RemoteItemStore;
  uses: Pick<CatalogueUses, 'readShop' | 'readAsset'> & RemoteItemsUses;
  readProducts: (productIds: string[]) => ProductFact[];
};

/** A batch that the network took in and may still be working on. */
type Pending = { handle: string; hashes: Map<string, string> };
type Wanted = { product: ProductFact; hash: string };

/** Makes sure that products stand in the network's catalogue as they are here before they are tagged.
 *  Repeating an upsert does no harm, so whatever is in doubt is simply sent again. */
export function remoteItemsSync(syncing: Syncing): EnsureRemoteItems {
  const { remoteItems, uses, tools } = syncing;
  const pending = new Map<string, Pending>();

  async function send(accountId: string, catalogueId: string, wanted: Wanted[]): Promise<void> {
    const client = await uses.clientFor(accountId);
    if (!covers(pending.get(catalogueId), wanted)) {
      const items: RemoteItemInput[] = [];
      for (const { product } of wanted) items.push(await itemOf(syncing, accountId, product));
      const { handle } = taken(await client.upsertItems({ catalogueId, items }));
      if (handle === undefined) return;
      const hashes = new Map(wanted.map(({ product, hash }) => [product.id, hash]));
      pending.set(catalogueId, { handle, hashes });
    }
    await settle(client, catalogueId);
    for (const one of wanted) await noteItem(client, catalogueId, one);
    tools.events.changed('catalogue');
  }

  /** Throws `not-ready` while the network still works on the batch. */
  async function settle(client: RemoteCatalogue, catalogueId: string): Promise<void> {
    const batch = pending.get(catalogueId);
    if (!batch) return;
    const status = taken(await client.batchStatus({ catalogueId, handle: batch.handle }));
    if (!status.isFinished)
      throw new RemoteItemsError({
        reaction: 'not-ready',
        meaning: 'catalogue-busy',
        message: 'The catalogue is still taking the products in',
      });
    pending.delete(catalogueId);
  }

  async function noteItem(
    client: RemoteCatalogue,
    catalogueId: string,
    { product, hash }: Wanted,
  ): Promise<void> {
    const { items } = taken(await client.listProducts({ catalogueId, sku: product.sku }));
    const item = items.find((one) => one.sku === product.sku);
    if (!item) return;
    const row = { productId: product.id, itemId: item.productId, sentHash: hash };
    remoteItems.put(catalogueId, row, tools.clock.now());
  }

  return async (accountId, productIds) => {
    const catalogueId = uses.catalogueOf(accountId);
    if (catalogueId === undefined) return new Map();
    const products = syncing.readProducts([...new Set(productIds)]).filter(canBeTagged);
    const wanted = products
      .map((product) => ({ product, hash: hashOf(syncing, product) }))
      .filter(({ product, hash }) => remoteItems.find(catalogueId, product.id)?.sentHash !== hash);
    if (wanted.length > 0) await send(accountId, catalogueId, wanted);
    return new Map(
      products.flatMap((product): [string, string][] => {
        const item = remoteItems.find(catalogueId, product.id);
        return item ? [[product.id, item.itemId]] : [];
      }),
    );
  };
}

/** The network takes no item without a page and a picture. */
function canBeTagged(product: ProductFact): boolean {
  return product.link !== undefined && product.photoAssetIds.length > 0;
}

function covers(batch: Pending | undefined, wanted: readonly Wanted[]): boolean {
  return (
    batch !== undefined &&
    wanted.every(({ product, hash }) => batch.hashes.get(product.id) === hash)
  );
}

async function itemOf(
  { uses }: Syncing,
  accountId: string,
  product: ProductFact,
): Promise<RemoteItemInput> {
  const path = await uses.photoFile(product.photoAssetIds[0] ?? '');
  const { url } = taken(await uses.putPublicImage(accountId, path));
  const { currency } = product;
  return {
    sku: product.sku,
    title: product.title,
    // A description is demanded; a merchant who wrote none has at least named the thing.
    description: product.description || product.title,
    isInStock: product.stock > 0,
    condition: 'new',
    price: { minorUnits: product.priceMinor, currency },
    ...(product.salePriceMinor !== undefined && {
      salePrice: { minorUnits: product.salePriceMinor, currency },
    }),
    link: product.link ?? '',
    imageUrl: url,
    brand: uses.readShop().name,
    quantity: Math.max(0, product.stock),
  };
}

/** Changes when what the network shows of the product does; its picture goes by content. */
function hashOf({ uses }: Syncing, product: ProductFact): string {
  const photo = uses.readAsset(product.photoAssetIds[0] ?? '')?.hash ?? '';
  const { sku, title, description, priceMinor, salePriceMinor, currency, stock, link } = product;
  const shown = [sku, title, description, priceMinor, salePriceMinor, currency, stock, link, photo];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

function taken<T>(answer: { ok: true; value: T } | { ok: false; failure: RemoteFailure }): T {
  if (answer.ok) return answer.value;
  throw new RemoteItemsError(answer.failure);
}
