import type { Product } from '../../../shared/contract/catalogue.ts';
import type { Scene } from '../../../shared/scene/scene.ts';

export const leastPhotos = 3;
export const mostPhotos = 10;

/** What the merchant did by hand: an order, and photos taken out. */
export type PhotoChoice = { order: readonly string[]; removed: ReadonlySet<string> };

export const noPhotoChoice: PhotoChoice = { order: [], removed: new Set() };

/** All photos of the products, each once: first photos first. */
export function photosOf(products: readonly Product[]): string[] {
  const depth = Math.max(0, ...products.map((product) => product.photos.length));
  const ids = new Set<string>();
  for (let round = 0; round < depth; round += 1)
    for (const product of products) {
      const photo = product.photos[round];
      if (photo) ids.add(photo.assetId);
    }
  return [...ids];
}

/** The photos of the video in their order: those placed by hand first, then the first photo of each
 *  product; second and third photos only join by themselves while there are too few. */
export function pickPhotos(products: readonly Product[], choice: PhotoChoice): string[] {
  const all = photosOf(products);
  const known = new Set(all);
  const picked = choice.order.filter((assetId) => known.has(assetId));
  const firsts = new Set(products.flatMap(({ photos }) => photos[0]?.assetId ?? []));
  for (const assetId of all) {
    if (choice.removed.has(assetId) || picked.includes(assetId)) continue;
    if (firsts.has(assetId) || picked.length < leastPhotos) picked.push(assetId);
  }
  return picked.slice(0, mostPhotos);
}

/** The list with what stands at `from` put at `to`; the same list when that is nowhere. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Taken out, and not to come back by itself. */
export function withoutPhoto(choice: PhotoChoice, shown: readonly string[], assetId: string) {
  return {
    order: shown.filter((other) => other !== assetId),
    removed: new Set([...choice.removed, assetId]),
  };
}

/** Put at the end. */
export function withPhoto(choice: PhotoChoice, shown: readonly string[], assetId: string) {
  const removed = new Set(choice.removed);
  removed.delete(assetId);
  return { order: [...shown, assetId], removed };
}

/** The product that a photo shows. */
export function productOfPhoto(products: readonly Product[], assetId: string): Product | undefined {
  return products.find(({ photos }) => photos.some((photo) => photo.assetId === assetId));
}

export type VideoPartSpan = { durationMs: number };

/** How long each photo is seen, in all the shots that show it; those that the video had to leave out (too
 *  small) are missing. Its opening is nobody's shot. */
export function partsByPhoto(
  photoIds: readonly string[],
  { layers, parts = [] }: Pick<Scene, 'layers' | 'parts'>,
): ReadonlyMap<string, VideoPartSpan> {
  const shots = new Map(photoIds.map((assetId) => [assetId, new Set<number>()]));
  const drawn = new Set<string>();
  for (const layer of layers) {
    if (layer.kind !== 'photo') continue;
    drawn.add(layer.photoId);
    const isShot = layer.part !== undefined && parts[layer.part]?.productId !== undefined;
    if (isShot && layer.part !== undefined) shots.get(layer.photoId)?.add(layer.part);
  }
  const lengthOf = (part: number) => (parts[part]?.endMs ?? 0) - (parts[part]?.startMs ?? 0);
  return new Map(
    photoIds
      .filter((assetId) => drawn.has(assetId))
      .map((assetId) => {
        const seen = [...(shots.get(assetId) ?? [])].map(lengthOf);
        return [assetId, { durationMs: seen.reduce((sum, lengthMs) => sum + lengthMs, 0) }];
      }),
  );
}
