import type { FeatureTools } from '../db/feature-tools.ts';
import type { CatalogueUses } from './catalogue-uses.ts';
import { photoMatcher } from './match-photo-name.ts';
import type { PhotoStore } from './photo-store.ts';
import type { CatalogueStore } from './store.ts';

export type AttachedPhotos = {
  attached: { assetId: string; productId: string }[];
  unmatched: string[];
};

/** Attaches photos to the products whose SKU is their file name, numbered ones in their order, after
 *  those a product has already. */
export function attachByName(
  from: {
    tools: Pick<FeatureTools, 'events'>;
    store: CatalogueStore;
    photos: PhotoStore;
    uses: Pick<CatalogueUses, 'readAsset'>;
  },
  named: readonly { assetId: string; name: string }[],
): AttachedPhotos {
  const match = photoMatcher(from.store.skus());
  const matched = new Map<string, { assetId: string; position: number }[]>();
  const answer: AttachedPhotos = { attached: [], unmatched: [] };
  for (const { assetId, name } of named) {
    const found = from.uses.readAsset(assetId)?.kind === 'photo' ? match(name) : undefined;
    if (!found) {
      answer.unmatched.push(assetId);
      continue;
    }
    const list = matched.get(found.productId) ?? [];
    list.push({ assetId, position: found.position });
    matched.set(found.productId, list);
    answer.attached.push({ assetId, productId: found.productId });
  }
  for (const [productId, list] of matched) {
    list.sort((one, other) => one.position - other.position);
    from.photos.replace(productId, [
      ...from.photos.list(productId),
      ...list.map((photo) => photo.assetId),
    ]);
  }
  if (matched.size > 0) from.tools.events.changed('catalogue');
  return answer;
}
