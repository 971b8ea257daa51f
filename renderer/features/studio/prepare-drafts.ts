import type { Account } from '../../../shared/contract/accounts.ts';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { PostContent } from '../../../shared/contract/posts.ts';
import type { Format } from '../../../shared/contract/shapes.ts';

/** A picture that was made of a product. */
export type MadePicture = {
  assetId: string;
  format: Format;
  /** Products that stand in it beside its own. */
  with?: readonly string[];
};
export type ProductResult = {
  files: ReadonlyMap<Format, MadePicture>;
  /** Pages to swipe through, in their order. */
  set?: readonly MadePicture[];
};

/** Which picture stands best in a feed, and which does where that one was not made. */
export const feedFormats: readonly Format[] = ['4:5', '1:1', '1.91:1', '9:16'];

/** Where a product is pointed at in the pictures of the templates: the middle of the photo. */
const tagPlace = { x: 0.5, y: 0.45 };

function feedFile(result: ProductResult | undefined): MadePicture | undefined {
  return feedFormats.map((format) => result?.files.get(format)).find((file) => file !== undefined);
}

/** Whether the post shows the whole picture in a feed; a 9:16 one only stands as a story. */
function kindOf(format: string | undefined): NonNullable<PostContent['kind']> {
  return format === '9:16' ? 'story' : 'post';
}

function publishers(accounts: readonly Account[]): string[] {
  return accounts.filter((one) => one.can.includes('publish')).map((one) => one.id);
}

/** A picture of one product; what it says of itself comes from the catalogue. */
function pictureDraft(
  picture: { assetId: string; format: string | undefined },
  product: Product | undefined,
  accounts: readonly Account[],
): PostContent {
  const kind = kindOf(picture.format);
  const title = product?.title ?? '';
  // A story takes neither tags nor a link.
  const isTagged = product !== undefined && kind !== 'story';
  return {
    accountIds: publishers(accounts),
    caption: title,
    kind,
    media: [
      {
        assetId: picture.assetId,
        ...(title ? { alt: title } : {}),
        ...(isTagged ? { tags: [{ productId: product.id, ...tagPlace }] } : {}),
      },
    ],
    ...(isTagged && product.link ? { link: product.link } : {}),
  };
}

/** One draft for each product of which there is a picture, in the order of the products. */
export function pictureDrafts(
  products: readonly Product[],
  results: ReadonlyMap<string, ProductResult>,
  accounts: readonly Account[],
): PostContent[] {
  const known = new Map(products.map((product) => [product.id, product]));
  return products.flatMap((product) => {
    const result = results.get(product.id);
    const media = result?.set ?? [feedFile(result)].flatMap((file) => file ?? []);
    const [first] = media;
    if (!first) return [];
    const beside = (first.with ?? []).flatMap((id) => known.get(id) ?? []);
    if (media.length === 1 && beside.length === 0) return [pictureDraft(first, product, accounts)];
    return [severalDraft(media, [product, ...beside], accounts)];
  });
}

/** Several products in one picture, or in pages to swipe through: all are tagged on the first, beside
 *  one another. */
function severalDraft(
  media: readonly MadePicture[],
  products: readonly Product[],
  accounts: readonly Account[],
): PostContent {
  const names = products.map(({ title }) => title).join(', ');
  const kind = media.length > 1 ? 'post' : kindOf(media[0]?.format);
  const tags = products.map(({ id }, index) => ({
    productId: id,
    x: (index + 1) / (products.length + 1),
    y: tagPlace.y,
  }));
  return {
    accountIds: publishers(accounts),
    caption: names,
    kind,
    media: media.map(({ assetId }, index) => ({
      assetId,
      alt: names.slice(0, 1000),
      ...(index === 0 && kind !== 'story' ? { tags } : {}),
    })),
  };
}

/** A draft with something from the gallery. */
export function creationDraft(
  creation: { id: string; kind: string; format?: string | undefined },
  products: readonly Product[],
  accounts: readonly Account[],
): PostContent {
  const medium = { assetId: creation.id, format: creation.format };
  return creation.kind === 'video'
    ? videoDraft(medium, products, accounts)
    : pictureDraft(medium, products[0], accounts);
}

/** A draft with a video that names its products and has them tagged (a video's tags have no place). */
export function videoDraft(
  video: { assetId: string; format: string | undefined },
  products: readonly Product[],
  accounts: readonly Account[],
): PostContent {
  const names = products.map((product) => product.title).join(', ');
  return {
    accountIds: publishers(accounts),
    caption: names,
    kind: video.format === '9:16' ? 'reel' : 'post',
    media: [
      {
        assetId: video.assetId,
        ...(names ? { alt: names.slice(0, 1000) } : {}),
        tags: products.slice(0, 30).map((product) => ({ productId: product.id })),
      },
    ],
  };
}
