import type { PostContent } from '../../shared/contract/posts.ts';
import type { CaptionWish, SeriesWish } from '../../shared/contract/series.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { captionFields, type CaptionShop } from '../../shared/rules/caption-fields.ts';
import { writeCaption } from '../../shared/rules/caption-template.ts';
import type { Words } from './store.ts';

/** Instagram takes ten in one post; Facebook takes more. */
const mostPictures = 10;
/** Where a product is pointed at: the middle of the photo in the pictures of the templates. */
const tagPlace = { x: 0.5, y: 0.45 };

/** Words for those who cannot see a picture: the merchant's, or from what is known of it. */
export type AltOf = (assetId: string, productIds: readonly string[]) => string | undefined;

/** The words for one product: the common ones, and a network's own where it has a template. */
export function writeWords(caption: CaptionWish, product: ProductFact, shop: CaptionShop): Words {
  const fields = captionFields(product, shop, caption.hashtags ?? '');
  const captions: Words['captions'] = {};
  for (const network of ['facebook', 'instagram'] as const) {
    const own = caption.captions?.[network];
    if (own?.trim()) captions[network] = writeCaption(own, fields);
  }
  return { caption: writeCaption(caption.text, fields), captions };
}

/** Which pictures stand in the post: the one made for it first. */
export function picturesOf(
  kind: SeriesWish['picture']['kind'],
  made: string | undefined,
  photoAssetIds: readonly string[],
): string[] {
  const photos = kind === 'single' ? [] : photoAssetIds;
  return [...(made === undefined ? [] : [made]), ...photos].slice(0, mostPictures);
}

/** A draft with its product tagged in the first picture, where it has a page of its own that a tag
 *  can lead to. A link is where the template puts it. */
export function makeContent(
  wish: Pick<SeriesWish, 'accountIds'>,
  product: ProductFact,
  { caption, captions }: Words,
  assetIds: readonly string[],
  altOf: AltOf,
): PostContent {
  return {
    accountIds: wish.accountIds,
    caption,
    captions,
    kind: 'post',
    media: assetIds.map((assetId, index) => ({
      assetId,
      alt: altOf(assetId, [product.id]) ?? product.title,
      ...(index === 0 && product.link && { tags: [{ productId: product.id, ...tagPlace }] }),
    })),
  };
}
