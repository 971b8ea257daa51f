import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { RenderOptions } from '../../shared/contract/studio.ts';
import type { AssetFact, ProductFact } from '../../shared/facts.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { slotsMissing, takesSeveral } from '../../shared/scene/slots.ts';
import type {
  Brand,
  PictureSlots,
  PictureTemplate,
  ProductSlot,
} from '../../shared/scene/template.ts';
import { fillSlots, photoSlot } from './fill-slots.ts';
import { isTooSmall, seenEnlargement, sizedPhoto, type SizedPhoto } from './photo-source.ts';
import { finishScene, readBrand, type StudioShop } from './read-brand.ts';

export type ReadAsset = (id: string) => AssetFact | undefined;

/** A filled scene with the photos it names and what should be said about it. */
export type FilledScene = {
  scene: Scene;
  photos: Map<string, SizedPhoto>;
  notes: string[];
  /** What the template asks for and was not given. */
  missing?: string[] | undefined;
};

export type PictureContext = {
  shop: StudioShop;
  options: RenderOptions;
  readAsset: ReadAsset;
  /** Those that stand beside the product, where the template takes several. */
  others?: readonly ProductFact[] | undefined;
  /** Which picture of a set to swipe through, from 0. */
  slide?: number | undefined;
};

/** The photo that stands for a product: the one chosen, else its first. Throws by name when there is
 *  none or it is too small. */
export function productPhoto(
  product: ProductFact,
  options: RenderOptions,
  readAsset: ReadAsset,
): SizedPhoto {
  const chosen = (options.photoAssetIds ?? []).find((id) => product.photoAssetIds.includes(id));
  const ids = chosen ? [chosen] : product.photoAssetIds;
  const photo = ids.map((id) => sizedPhoto(readAsset(id))).find((one) => one !== undefined);
  if (!photo) throw new Problem('photo-missing', { sku: product.sku, name: product.title });
  if (isTooSmall(photo))
    throw new Problem('picture-too-small', {
      widthPx: photo.widthPx,
      heightPx: photo.heightPx,
      sku: product.sku,
      name: product.title,
    });
  return photo;
}

/** One product in one format, or several in one picture where the template takes them. */
export function fillPicture(
  template: PictureTemplate,
  product: ProductFact,
  format: Format,
  { shop, options, readAsset, others = [], slide = 0 }: PictureContext,
): FilledScene {
  if (!template.formats.includes(format)) throw new Problem('format-missing', { format });
  const photo = productPhoto(product, options, readAsset);
  const { brand, logos } = readBrand(shop, readAsset);
  const before = template.slots.includes('beforePhoto')
    ? (chosenPhoto(options.words?.beforePhotoId, readAsset) ??
      otherPhoto(product, photo, readAsset))
    : undefined;
  const group = takesSeveral(template)
    ? [product, ...others].map((one) => ({
        product: one,
        photo: one === product ? photo : photoBeside(one, options, readAsset),
      }))
    : [];
  const slots: PictureSlots = {
    ...fillSlots(product, photo, shop, options),
    ...(before && { beforePhoto: photoSlot(before) }),
    ...(group.length > 0 && {
      products: group.map((one) => productSlot(one.product, one.photo, shop, options)),
    }),
  };
  const known = [photo, ...group.map((one) => one.photo), before, ...logos];
  const photos = new Map(known.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const scene = finishScene(fillSlide(template, slots, format, brand, slide), brand, photos);
  return { scene, photos, notes: notesOf(scene, photos), missing: slotsMissing(template, slots) };
}

function fillSlide(
  template: PictureTemplate,
  slots: PictureSlots,
  format: Format,
  brand: Brand,
  slide: number,
): Scene {
  if (slide === 0) return template.fill(slots, format, brand);
  const scene = template.fillSlides?.(slots, format, brand)[slide];
  if (!scene) throw new Problem('template-unknown');
  return scene;
}

/** The picture is named after its first product: what hinders another must name that one. */
function photoBeside(
  product: ProductFact,
  options: RenderOptions,
  readAsset: ReadAsset,
): SizedPhoto {
  try {
    return productPhoto(product, options, readAsset);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('group-photo', { sku: product.sku, name: product.title }, { cause: error });
  }
}

/** Nothing when it is gone or too small. */
function chosenPhoto(id: string | undefined, readAsset: ReadAsset): SizedPhoto | undefined {
  const photo = id === undefined ? undefined : sizedPhoto(readAsset(id));
  return photo && !isTooSmall(photo) ? photo : undefined;
}

/** The first of the product's photos that is not this one. */
function otherPhoto(
  product: ProductFact,
  photo: SizedPhoto,
  readAsset: ReadAsset,
): SizedPhoto | undefined {
  return product.photoAssetIds
    .filter((id) => id !== photo.id)
    .map((id) => sizedPhoto(readAsset(id)))
    .find((one) => one !== undefined && !isTooSmall(one));
}

function productSlot(
  product: ProductFact,
  photo: SizedPhoto,
  shop: StudioShop,
  options: RenderOptions,
): ProductSlot {
  const slots = fillSlots(product, photo, shop, options);
  const { title, price, oldPrice } = slots;
  return { productId: product.id, photo: slots.photo, title, price, oldPrice };
}

/** `enlarged` when a photo is magnified so far that it will look soft. */
export function notesOf(scene: Scene, photos: Map<string, SizedPhoto>): string[] {
  return largestEnlargement(scene, photos) === undefined ? [] : ['enlarged'];
}

/** How much the photo that suffers most must be magnified, when that will be seen. */
export function largestEnlargement(
  scene: Scene,
  photos: Map<string, SizedPhoto>,
): number | undefined {
  const seen = photoRequests(scene).flatMap((request) => {
    const photo = photos.get(request.photoId);
    return (photo && seenEnlargement(photo, request)) ?? [];
  });
  return seen.length > 0 ? Math.max(...seen) : undefined;
}

/** Files by photo id, as the workers want them. */
export function photoFiles(photos: Map<string, SizedPhoto>, readAsset: ReadAsset) {
  const files: Record<string, string> = {};
  for (const id of photos.keys()) {
    const asset = readAsset(id);
    if (asset) files[id] = asset.path;
  }
  return files;
}
