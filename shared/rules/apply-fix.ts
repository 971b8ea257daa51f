import {
  cutText,
  hashtagsIn,
  keepHashtags,
  keepMentions,
  removeHiddenCharacters,
} from './caption.ts';
import type { CheckFix, MediaFix, TimeFix, WordFix } from './check-fix.ts';

type Network = 'facebook' | 'instagram';
type Tag = { productId: string; x?: number | undefined; y?: number | undefined };
type Medium = { assetId: string; alt?: string | undefined; tags?: Tag[] | undefined };

/** A post as far as its words and order can be mended. */
export type Mendable = {
  caption: string;
  captions?: { facebook?: string | undefined; instagram?: string | undefined } | undefined;
  media: Medium[];
  link?: string | undefined;
  firstComment?: string | undefined;
  kind?: 'post' | 'reel' | 'story' | undefined;
};

export type Mended = Partial<Mendable>;

export function isWordFix(fix: CheckFix): fix is WordFix {
  return !isMediaFix(fix) && fix.kind !== ('move-time' satisfies TimeFix['kind']);
}

const mediaKinds: ReadonlySet<string> = new Set<MediaFix['kind']>([
  'crop',
  'frame',
  'convert-photo',
  'trim-video',
  'convert-video',
]);

export function isMediaFix(fix: CheckFix): fix is MediaFix {
  return mediaKinds.has(fix.kind);
}

/** The fields of the post that the fix changes, with what they become. Pure; the old values undo it. */
export function applyFix(post: Mendable, fix: WordFix): Mended {
  switch (fix.kind) {
    case 'remove-hidden':
      return everyCaption(post, removeHiddenCharacters);
    case 'cut-caption':
      return oneCaption(post, fix.network, (text) => cutText(text, fix.most));
    case 'cut-hashtags':
      return oneCaption(post, fix.network, (text) => keepHashtags(text, fix.most));
    case 'cut-mentions':
      return oneCaption(post, fix.network, (text) => keepMentions(text, fix.most));
    case 'move-hashtags':
      return moveHashtags(post, fix.network);
    case 'cut-comment':
      return { firstComment: cutText(post.firstComment ?? '', fix.most) };
    case 'cut-comment-hashtags':
      return { firstComment: keepHashtags(post.firstComment ?? '', fix.most) };
    case 'drop-comment':
      return { firstComment: undefined };
    case 'mend-link':
      return { link: fix.link };
    case 'drop-link':
      return { link: undefined };
    case 'link-into-text':
      return linkIntoText(post);
    case 'as-post':
      return { kind: 'post' };
    default:
      return { media: mendMedia(post.media, fix) };
  }
}

type ListFix = Exclude<
  WordFix,
  {
    kind:
      | 'remove-hidden'
      | `cut-${'caption' | 'hashtags' | 'mentions' | 'comment' | 'comment-hashtags'}`
      | 'move-hashtags'
      | 'drop-comment'
      | 'mend-link'
      | 'drop-link'
      | 'link-into-text'
      | 'as-post';
  }
>;

function mendMedia(media: readonly Medium[], fix: ListFix): Medium[] {
  const one = (change: (medium: Medium) => Medium) =>
    media.map((medium, index) =>
      'mediaIndex' in fix && index === fix.mediaIndex ? change(medium) : medium,
    );
  switch (fix.kind) {
    case 'drop-medium':
      return media.filter((_, index) => index !== fix.mediaIndex);
    case 'keep-media':
      return media.slice(0, fix.most);
    case 'keep-kind':
      return media.filter((_, index) => fix.mediaIndexes.includes(index));
    case 'cut-alt':
      return one((medium) => ({ ...medium, alt: cutText(medium.alt ?? '', fix.most) }));
    case 'drop-tags':
      return media.map(({ tags: _tags, ...medium }) => medium);
    case 'keep-tags':
      return one((medium) => ({ ...medium, tags: onceEach(medium.tags ?? []).slice(0, fix.most) }));
    case 'place-tags':
      return one((medium) => ({ ...medium, tags: (medium.tags ?? []).map(placed) }));
    case 'unplace-tags':
      return one((medium) => ({
        ...medium,
        tags: (medium.tags ?? []).map(({ productId }) => ({ productId })),
      }));
  }
}

function onceEach(tags: readonly Tag[]): Tag[] {
  return tags.filter(
    (tag, index) => tags.findIndex((other) => other.productId === tag.productId) === index,
  );
}

/** Inside the picture; tags without a place stand below one another. */
function placed(tag: Tag, index: number): Tag {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return { ...tag, x: inside(tag.x ?? 0.5), y: inside(tag.y ?? ((index % 8) + 1) / 10) };
}

function captionOf(post: Mendable, network: Network): string {
  return post.captions?.[network] ?? post.caption;
}

/** A network that shares the common words gets its own, so that the other keeps what it has. */
function oneCaption(post: Mendable, network: Network, change: (text: string) => string): Mended {
  return { captions: { ...post.captions, [network]: change(captionOf(post, network)) } };
}

function everyCaption(post: Mendable, change: (text: string) => string): Mended {
  const own = Object.entries(post.captions ?? {}).map(([network, text]) => [
    network,
    text === undefined ? undefined : change(text),
  ]);
  return {
    caption: change(post.caption),
    ...(post.captions && { captions: Object.fromEntries(own) as Mendable['captions'] }),
  };
}

function moveHashtags(post: Mendable, network: Network): Mended {
  const tags = hashtagsIn(captionOf(post, network));
  const comment = [post.firstComment, tags.join(' ')].filter(Boolean).join('\n');
  return { ...oneCaption(post, network, (text) => keepHashtags(text, 0)), firstComment: comment };
}

/** As it would be sent beside pictures anyway, now where it can be seen and moved. */
function linkIntoText(post: Mendable): Mended {
  const link = post.link?.trim() ?? '';
  const text = captionOf(post, 'facebook');
  if (link === '') return {};
  return {
    captions: { ...post.captions, facebook: text.includes(link) ? text : `${text}\n\n${link}` },
    link: undefined,
  };
}
