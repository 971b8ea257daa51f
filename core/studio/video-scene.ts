import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../shared/contract/studio.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { VideoItem, VideoSlots, VideoTemplate } from '../../shared/scene/template.ts';
import { fillSlots } from './fill-slots.ts';
import { isTooSmall, sizedPhoto, type SizedPhoto } from './photo-source.ts';
import { finishScene, readBrand, type StudioShop } from './read-brand.ts';
import { notesOf, type FilledScene, type ReadAsset } from './picture-scenes.ts';
import type { Track } from '../media/read-tracks.ts';

const leastPhotos = 3;
const mostPhotos = 10;
export const defaultSeconds = 15;

export type VideoUses = {
  shop: StudioShop;
  options: RenderOptions;
  readAsset: ReadAsset;
  track: Track | undefined;
  /** Said at the end unless the merchant wrote something. */
  callToAction: string;
};

/** The pictures of a video in their order: those chosen, else the products' first ones and then their
 *  others until there are enough. Throws by name when there are too few or too many. */
export function videoItems(
  products: readonly ProductFact[],
  { shop, options, readAsset }: Pick<VideoUses, 'shop' | 'options' | 'readAsset'>,
  least = leastPhotos,
): { items: VideoItem[]; photos: SizedPhoto[] } {
  const chosen = options.photoAssetIds ?? [];
  const pairs = chosen.length > 0 ? pairChosen(products, chosen) : pairAll(products);
  const usable = pairs.flatMap(({ product, assetId }) => {
    const photo = sizedPhoto(readAsset(assetId));
    return photo && !isTooSmall(photo) ? [{ product, photo }] : [];
  });
  if (usable.length < least) throw new Problem('too-few-photos', { least, count: usable.length });
  if (chosen.length > 0 && usable.length > mostPhotos)
    throw new Problem('too-many-photos', { most: mostPhotos, count: usable.length });
  const used = usable.slice(0, mostPhotos);
  return {
    items: used.map(({ product, photo }) => ({
      ...fillSlots(product, photo, shop, options),
      productId: product.id,
    })),
    photos: used.map(({ photo }) => photo),
  };
}

type Pair = { product: ProductFact; assetId: string };

function pairChosen(products: readonly ProductFact[], assetIds: readonly string[]): Pair[] {
  return assetIds.flatMap((assetId) => {
    const product = products.find((one) => one.photoAssetIds.includes(assetId)) ?? products[0];
    return product ? [{ product, assetId }] : [];
  });
}

/** One photo of each product; only when these are too few also their second, third… */
function pairAll(products: readonly ProductFact[]): Pair[] {
  const depth = Math.max(0, ...products.map((product) => product.photoAssetIds.length));
  const pairs: Pair[] = [];
  for (let round = 0; round < depth; round++) {
    if (round > 0 && pairs.length >= leastPhotos) break;
    for (const product of products) {
      const assetId = product.photoAssetIds[round];
      if (assetId) pairs.push({ product, assetId });
    }
  }
  return pairs;
}

/** Products, words and music as video templates and films take them. */
export function videoSlots(
  products: readonly ProductFact[],
  uses: VideoUses,
  least?: number,
): { slots: VideoSlots; photos: SizedPhoto[] } {
  const { items, photos } = videoItems(products, uses, least);
  const { shop, options, track } = uses;
  const slots = {
    items,
    seconds: options.seconds ?? defaultSeconds,
    callToAction: options.callToAction?.trim() || uses.callToAction,
    language: shop.language,
    ...(track && { track: beatsOf(track) }),
  };
  return { slots, photos };
}

/** The whole video in one format. */
export function fillVideo(
  template: VideoTemplate,
  products: readonly ProductFact[],
  format: Format,
  uses: VideoUses,
  least?: number,
): FilledScene {
  if (!template.formats.includes(format)) throw new Problem('format-missing', { format });
  const { slots, photos } = videoSlots(products, uses, least);
  const { brand, logos } = readBrand(uses.shop, uses.readAsset);
  const byId = new Map([...photos, ...logos].map((one) => [one.id, one]));
  const scene = finishScene(template.fill(slots, format, brand), brand, byId);
  return { scene, photos: byId, notes: notesOf(scene, byId) };
}

function beatsOf({ id, bpm, beatsMs, durationMs }: Track) {
  return { trackId: id, bpm, beatsMs, durationMs };
}
