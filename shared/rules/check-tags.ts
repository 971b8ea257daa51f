import type { CheckFix } from './check-fix.ts';
import { linkHost } from './check-words.ts';
import type { CheckedMedia, CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits } from './post-limits.ts';

/** Product tags: Instagram alone has them, and never on stories. */
export function checkTags(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const total = post.media.reduce((sum, medium) => sum + medium.tags.length, 0);
  if (total === 0) return [];
  const found: CheckFinding[] = [];
  if (networks.has('facebook'))
    found.push({
      network: 'facebook',
      field: 'tags',
      level: 'note',
      code: 'tags-not-on-facebook',
      params: {},
    });
  if (!networks.has('instagram')) return found;
  if (post.kind === 'story')
    return [...found, { ...refuse('tags-not-on-stories'), fixes: [{ kind: 'drop-tags' }] }];
  found.push(...catalogueFindings(post));
  if (post.media.length > 1 && total > limits.instagram.tags.post)
    found.push(
      refuse('tags-too-many', undefined, { number: total, most: limits.instagram.tags.post }),
    );
  post.media.forEach((medium, index) => {
    found.push(...mediumFindings(post, medium, index));
    found.push(...productFindings(post, medium, index));
  });
  return found;
}

function catalogueFindings(post: CheckedPost): CheckFinding[] {
  return post.accounts
    .filter((account) => account.network === 'instagram' && !account.hasCatalogue)
    .map((account) => refuse('tags-no-catalogue', undefined, { account: account.name }));
}

function mediumFindings(post: CheckedPost, medium: CheckedMedia, index: number): CheckFinding[] {
  const found: CheckFinding[] = [];
  const most = tagsAllowed(post, medium);
  const count = medium.tags.length;
  const mediaIndex = index;
  const add = (finding: CheckFinding, fix: CheckFix) => found.push({ ...finding, fixes: [fix] });
  const keep = { kind: 'keep-tags', mediaIndex, most } as const;
  if (count > most) add(refuse('tags-too-many', index, { number: count, most }), keep);
  if (new Set(medium.tags.map((tag) => tag.productId)).size < count)
    add(refuse('tag-twice', index), keep);
  const placed = medium.tags.filter((tag) => tag.x !== undefined && tag.y !== undefined).length;
  const touched = medium.tags.filter((tag) => tag.x !== undefined || tag.y !== undefined).length;
  const isOutside = medium.tags.some((tag) => isOff(tag.x) || isOff(tag.y));
  const place = { kind: 'place-tags', mediaIndex } as const;
  if (medium.kind === 'photo' && placed < count) add(refuse('tag-place-missing', index), place);
  if (medium.kind === 'photo' && isOutside) add(refuse('tag-outside', index), place);
  if (medium.kind === 'video' && touched > 0)
    add(refuse('tag-place-on-video', index), { kind: 'unplace-tags', mediaIndex });
  return found;
}

function tagsAllowed(post: CheckedPost, medium: CheckedMedia): number {
  if (post.media.length > 1) return limits.instagram.tags.slide;
  return medium.kind === 'video' ? limits.instagram.tags.reel : limits.instagram.tags.photo;
}

/** The network shows a tag only for an item with a picture and a page of its own. */
function productFindings(post: CheckedPost, medium: CheckedMedia, index: number): CheckFinding[] {
  return medium.tags.flatMap((tag): CheckFinding[] => {
    const product = post.products.get(tag.productId);
    if (!product) return [refuse('tag-product-gone', index)];
    const params = { title: product.title };
    if (linkHost(product.link) === undefined) return [refuse('tag-product-no-link', index, params)];
    if (!product.hasPhoto) return [refuse('tag-product-no-photo', index, params)];
    if (product.stock > 0) return [];
    return [{ ...refuse('tag-product-sold-out', index, params), level: 'warning' }];
  });
}

function isOff(place: number | undefined): boolean {
  return place !== undefined && !(place >= 0 && place <= 1);
}

function refuse(
  code: string,
  mediaIndex?: number,
  params: Record<string, string | number> = {},
): CheckFinding {
  const finding: CheckFinding = {
    network: 'instagram',
    field: 'tags',
    level: 'error',
    code,
    params,
  };
  if (mediaIndex === undefined) return finding;
  return { ...finding, mediaIndex, params: { number: mediaIndex + 1, ...params } };
}
