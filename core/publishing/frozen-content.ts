import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccountFact, AssetFact, PostFact } from '../../shared/facts.ts';
import type { Why } from './target-progress.ts';

export const recipeName = z.enum([
  'facebook-post',
  'facebook-video',
  'facebook-reel',
  'facebook-story',
  'instagram-image',
  'instagram-carousel',
  'instagram-reel',
  'instagram-story',
  'first-comment',
  'facebook-scheduled',
  'change-text',
  'delete-published',
  'withdraw',
]);
export type RecipeName = z.infer<typeof recipeName>;

const frozenMedia = z.object({
  assetId: z.string(),
  hash: z.string(),
  kind: z.enum(['photo', 'video']),
  name: z.string(),
  alt: z.string().optional(),
  tags: z.array(
    z.object({ productId: z.string(), x: z.number().optional(), y: z.number().optional() }),
  ),
});
export type FrozenMedia = z.infer<typeof frozenMedia>;

/** The post as it was when its work began. What goes out is this and nothing newer. */
export const frozenContent = z.object({
  recipe: recipeName,
  title: z.string(),
  text: z.string(),
  link: z.string().optional(),
  firstComment: z.string().optional(),
  media: z.array(frozenMedia),
  /** Instagram only, as what follows. */
  collaborators: z.array(z.string()).optional(),
  coverMs: z.number().int().optional(),
  cover: z.object({ assetId: z.string(), hash: z.string(), name: z.string() }).optional(),
});
export type FrozenContent = z.infer<typeof frozenContent>;

export type Freeze = { ok: true; content: FrozenContent } | { ok: false; why: Why };

/** Takes the copy; answers why when no network takes a post of this make. */
export function freezeContent(
  post: PostFact,
  account: AccountFact,
  readAsset: (assetId: string) => AssetFact | undefined,
): Freeze {
  const media: FrozenMedia[] = [];
  for (const item of post.media) {
    const asset = readAsset(item.assetId);
    if (!asset) return refuse('picture-missing');
    if (asset.kind !== 'photo' && asset.kind !== 'video') return refuse('media-unsuitable');
    media.push({
      assetId: asset.id,
      hash: asset.hash,
      kind: asset.kind,
      name: asset.name,
      ...(item.alt ? { alt: item.alt } : {}),
      tags: item.tags.map(({ productId, x, y }) => ({
        productId,
        ...(x === undefined ? {} : { x }),
        ...(y === undefined ? {} : { y }),
      })),
    });
  }
  const cover = coverOf(post, account, readAsset);
  if (!cover.ok) return cover;
  const chosen = chooseRecipe(account.network, post.kind, media, hasWords(post, account));
  if (typeof chosen !== 'string') return chosen;
  return {
    ok: true,
    content: {
      recipe: chosen,
      title: post.title,
      ...words(post, account),
      media,
      ...(chosen === 'instagram-reel' ? cover.value : {}),
    },
  };
}

type Cover = Pick<FrozenContent, 'coverMs' | 'cover'>;

/** What stands for a reel; a picture of its own wins over a frame. */
function coverOf(
  { coverMs, coverAssetId }: PostFact,
  { network }: AccountFact,
  readAsset: (assetId: string) => AssetFact | undefined,
): { ok: true; value: Cover } | { ok: false; why: Why } {
  if (network !== 'instagram') return { ok: true, value: {} };
  if (coverAssetId === undefined) {
    return { ok: true, value: coverMs === undefined ? {} : { coverMs } };
  }
  const asset = readAsset(coverAssetId);
  if (asset?.kind !== 'photo') return refuse(asset ? 'media-unsuitable' : 'picture-missing');
  const { id: assetId, hash, name } = asset;
  return { ok: true, value: { cover: { assetId, hash, name } } };
}

function hasWords(post: PostFact, account: AccountFact): boolean {
  return post.captions[account.network].trim() !== '' || !!post.link;
}

/** A link beside media has no field of its own on Facebook, so it goes into the text. */
function words(post: PostFact, account: AccountFact) {
  const caption = post.captions[account.network];
  const onFacebook = account.network === 'facebook';
  const linkInText = onFacebook && post.link && post.media.length > 0;
  const text = linkInText ? [caption, post.link].filter(Boolean).join('\n\n') : caption;
  return {
    text,
    ...(onFacebook && post.link && !linkInText ? { link: post.link } : {}),
    ...(post.firstComment && post.kind !== 'story' ? { firstComment: post.firstComment } : {}),
    ...collaborators(post, account),
  };
}

/** The network wants bare names, and none on stories. */
function collaborators(post: PostFact, { network }: AccountFact) {
  const names = (post.collaborators ?? []).map((name) => name.trim().replace(/^@/, ''));
  const isUsed = network === 'instagram' && post.kind !== 'story' && names.length > 0;
  return isUsed ? { collaborators: names } : {};
}

/** Which way of publishing fits; a refusal where there is none. */
export function chooseRecipe(
  network: AccountFact['network'],
  kind: PostFact['kind'],
  media: { kind: 'photo' | 'video' }[],
  hasText: boolean,
): RecipeName | { ok: false; why: Why } {
  const videos = media.filter((item) => item.kind === 'video').length;
  if (kind === 'story') return media.length === 1 ? `${network}-story` : refuse('story-one-medium');
  if (kind === 'reel') {
    return media.length === 1 && videos === 1 ? `${network}-reel` : refuse('reel-one-video');
  }
  if (network === 'instagram') {
    if (media.length === 0) return refuse('media-needed');
    if (media.length > 10) return refuse('too-many-media');
    if (media.length > 1) return 'instagram-carousel';
    return videos === 1 ? 'instagram-reel' : 'instagram-image';
  }
  if (videos === 0) return media.length > 0 || hasText ? 'facebook-post' : refuse('nothing-to-say');
  return media.length === 1 ? 'facebook-video' : refuse('mixed-media');
}

function refuse(code: string): { ok: false; why: Why } {
  return { ok: false, why: { code } };
}

/** SHA-256 over the copy: tells an edit, and damage on the disk. */
export function hashContent(content: FrozenContent): string {
  return createHash('sha256')
    .update(JSON.stringify(frozenContent.parse(content)))
    .digest('hex');
}

/** The words of a first comment, frozen as a job of its own. */
export function freezeComment(parent: FrozenContent): FrozenContent {
  return {
    recipe: 'first-comment',
    title: parent.title,
    text: parent.firstComment ?? '',
    media: [],
  };
}
