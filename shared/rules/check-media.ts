import type { CheckFix } from './check-fix.ts';
import { checkVideo } from './check-video.ts';
import type { CheckedMedia, CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits, ratioSlack } from './post-limits.ts';

/** Which media, how many of them, and whether each network takes them as they are. */
export function checkMedia(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const found = countFindings(post, networks);
  post.media.forEach((medium, mediaIndex) => {
    if (medium.kind === 'missing') {
      found.push({
        ...about(mediaIndex, 'error', 'media-missing', { number: mediaIndex + 1 }),
        fixes: [{ kind: 'drop-medium', mediaIndex }],
      });
    } else if (medium.kind === 'video') {
      found.push(...checkVideo(post, medium, mediaIndex, networks));
    } else {
      if (networks.has('instagram')) found.push(...instagramPhoto(post, medium, mediaIndex));
      if (networks.has('facebook')) found.push(...facebookPhoto(post, medium, mediaIndex));
    }
    found.push(...altFindings(post, medium, mediaIndex, networks));
  });
  return found;
}

function countFindings(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  if (post.kind !== 'post') return singleFindings(post);
  const found: CheckFinding[] = [];
  const count = post.media.length;
  if (networks.has('instagram')) {
    if (count === 0) found.push(forNetwork('instagram', 'media-needed'));
    if (count > limits.instagram.items)
      found.push(tooMany('instagram', count, limits.instagram.items));
  }
  if (networks.has('facebook')) found.push(...facebookCountFindings(post));
  return found;
}

function facebookCountFindings(post: CheckedPost): CheckFinding[] {
  const videos = post.media.filter((medium) => medium.kind === 'video').length;
  const photos = post.media.filter((medium) => medium.kind === 'photo').length;
  const found: CheckFinding[] = [];
  if (post.media.length === 0 && post.link === '' && post.captions.facebook.trim() === '')
    found.push({
      network: 'facebook',
      field: 'caption',
      level: 'error',
      code: 'empty',
      params: {},
    });
  const oneVideo = keepKind(post, 'video');
  if (videos > 0 && photos > 0)
    found.push({
      ...forNetwork('facebook', 'media-mixed'),
      fixes: [keepKind(post, 'photo'), oneVideo],
    });
  else if (videos > 1)
    found.push({
      ...forNetwork('facebook', 'videos-too-many', { count: videos }),
      fixes: [oneVideo],
    });
  if (photos > limits.facebook.items)
    found.push(tooMany('facebook', photos, limits.facebook.items));
  return found;
}

function tooMany(network: 'facebook' | 'instagram', count: number, most: number): CheckFinding {
  const fixes: CheckFix[] = [{ kind: 'keep-media', most }];
  return { ...forNetwork(network, 'media-too-many', { count, most }), fixes };
}

/** All photos, or the first video alone: more than one a post is refused as well. */
function keepKind(post: CheckedPost, of: 'photo' | 'video'): CheckFix {
  const all = post.media.flatMap((medium, index) => (medium.kind === of ? [index] : []));
  return { kind: 'keep-kind', of, mediaIndexes: of === 'video' ? all.slice(0, 1) : all };
}

/** Reels and stories show one medium. */
function singleFindings(post: CheckedPost): CheckFinding[] {
  const base = { field: 'media', level: 'error', params: {} } as const;
  if (post.kind === 'reel') {
    const isOneVideo = post.media.length === 1 && post.media[0]?.kind !== 'photo';
    const hasVideo = post.media.some((medium) => medium.kind === 'video');
    const fixes: CheckFix[] = [hasVideo ? keepKind(post, 'video') : { kind: 'as-post' }];
    return isOneVideo ? [] : [{ ...base, code: 'reel-one-video', fixes }];
  }
  const fixes: CheckFix[] = post.media.length > 1 ? [{ kind: 'keep-media', most: 1 }] : [];
  return post.media.length === 1 ? [] : [{ ...base, code: 'story-one-medium', fixes }];
}

function instagramPhoto(post: CheckedPost, photo: CheckedMedia, index: number): CheckFinding[] {
  const found: CheckFinding[] = [];
  const say: Sayer = (level, code, params, ...fixes) =>
    found.push({
      ...about(index, level, code, { number: index + 1, ...params }),
      network: 'instagram',
      ...(fixes.length > 0 && { fixes }),
    });
  const { least, sharp } = limits.instagram.photoWidthPx;
  const { widthPx } = photo;
  const onPaper = frame(index, post.kind === 'post' ? fittingRatio(photo) : 9 / 16);
  if (widthPx < least) say('error', 'photo-too-small', { widthPx, least }, onPaper);
  else if (widthPx < sharp) say('warning', 'photo-small', { widthPx, sharp }, onPaper);
  if (post.kind === 'post') ratioFindings(post, photo, index, say);
  if (post.kind === 'story' && Math.abs(ratioOf(photo) / (9 / 16) - 1) > 0.02)
    say('note', 'story-bars', {}, crop(index, 9 / 16));
  if (!post.convertsPhotos) {
    const convert = { kind: 'convert-photo', mediaIndex: index } as const;
    if (photo.mime !== 'image/jpeg') say('error', 'photo-not-jpeg', { name: photo.name }, convert);
    if (photo.sizeBytes > limits.instagram.photoBytes)
      say('error', 'photo-too-heavy', heavy(photo, limits.instagram.photoBytes), convert);
  }
  return found;
}

type Sayer = (
  level: CheckFinding['level'],
  code: string,
  params: Record<string, string | number>,
  ...fixes: CheckFix[]
) => void;

const crop = (mediaIndex: number, ratio: number): CheckFix => ({ kind: 'crop', mediaIndex, ratio });
const frame = (mediaIndex: number, ratio: number): CheckFix => ({
  kind: 'frame',
  mediaIndex,
  ratio,
});

function ratioOf(medium: CheckedMedia): number {
  return medium.heightPx > 0 ? medium.widthPx / medium.heightPx : 1;
}

/** Its own ratio where Instagram takes it, else the nearest that it takes. */
function fittingRatio(photo: CheckedMedia): number {
  const { lowest, highest } = limits.instagram.photoRatio;
  return Math.min(highest, Math.max(lowest, ratioOf(photo)));
}

/** All pictures of a carousel are cropped to the ratio of the first. */
function ratioFindings(post: CheckedPost, photo: CheckedMedia, index: number, say: Sayer): void {
  const ratio = ratioOf(photo);
  const { lowest, highest } = limits.instagram.photoRatio;
  const first = post.media[0];
  if (index > 0 && first && first.kind !== 'missing') {
    const wished = fittingRatio(first);
    if (Math.abs(ratio / ratioOf(first) - 1) > 0.02)
      say('warning', 'carousel-crop', {}, crop(index, wished), frame(index, wished));
    return;
  }
  const params = { ratio: ratioText(ratio) };
  if (ratio < lowest - ratioSlack)
    say('error', 'photo-too-tall', params, crop(index, lowest), frame(index, lowest));
  if (ratio > highest + ratioSlack)
    say('error', 'photo-too-wide', params, crop(index, highest), frame(index, highest));
}

function facebookPhoto(post: CheckedPost, photo: CheckedMedia, index: number): CheckFinding[] {
  if (post.convertsPhotos) return [];
  const found: CheckFinding[] = [];
  const most = limits.facebook.photoBytes;
  const known = ['image/jpeg', 'image/png', 'image/gif', 'image/tiff', 'image/bmp', 'image/webp'];
  const params = { number: index + 1, name: photo.name };
  const fixes: CheckFix[] = [{ kind: 'convert-photo', mediaIndex: index }];
  const add = (finding: CheckFinding) => found.push({ ...finding, network: 'facebook', fixes });
  if (!known.includes(photo.mime)) add(about(index, 'error', 'photo-type', params));
  if (photo.sizeBytes > most)
    add(about(index, 'error', 'photo-too-heavy', { ...params, ...heavy(photo, most) }));
  return found;
}

function altFindings(
  post: CheckedPost,
  medium: CheckedMedia,
  index: number,
  networks: ReadonlySet<string>,
): CheckFinding[] {
  const number = index + 1;
  const most = limits.instagram.altCharacters;
  const finding = (level: CheckFinding['level'], code: string, params = {}): CheckFinding[] => [
    { ...about(index, level, code, { number, ...params }), field: 'alt' },
  ];
  if (medium.alt.length > most)
    return finding('error', 'alt-too-long', { length: medium.alt.length, most }).map((one) => ({
      ...one,
      fixes: [{ kind: 'cut-alt', mediaIndex: index, most }],
    }));
  if (medium.kind === 'photo' && post.kind === 'post')
    return medium.alt.trim() === '' ? finding('note', 'alt-missing') : [];
  return medium.alt !== '' && networks.has('instagram') && medium.kind !== 'missing'
    ? finding('note', 'alt-not-sent').map((one) => ({ ...one, network: 'instagram' }))
    : [];
}

function heavy(photo: CheckedMedia, most: number): Record<string, number> {
  return { megabytes: Math.ceil(photo.sizeBytes / 100_000) / 10, most: most / 1_000_000 };
}

/** As `1:3` or `2.4:1`, for people. */
function ratioText(ratio: number): string {
  const short = (number: number) => String(Math.round(number * 100) / 100);
  return ratio < 1 ? `1:${short(1 / ratio)}` : `${short(ratio)}:1`;
}

function about(
  mediaIndex: number,
  level: CheckFinding['level'],
  code: string,
  params: Record<string, string | number>,
): CheckFinding {
  return { field: 'media', level, code, mediaIndex, params };
}

function forNetwork(
  network: 'facebook' | 'instagram',
  code: string,
  params: Record<string, number> = {},
): CheckFinding {
  return { network, field: 'media', level: 'error', code, params };
}
