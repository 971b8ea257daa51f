import { checkVideo } from './check-video.ts';
import type { CheckedMedia, CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits, ratioSlack } from './post-limits.ts';

/** Which media, how many of them, and whether each network takes them as they are. */
export function checkMedia(post: CheckedPost, networks: ReadonlySet<string>): CheckFinding[] {
  const found = countFindings(post, networks);
  post.media.forEach((medium, mediaIndex) => {
    if (medium.kind === 'missing') {
      found.push(about(mediaIndex, 'error', 'media-missing', { number: mediaIndex + 1 }));
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
      found.push(
        forNetwork('instagram', 'media-too-many', { count, most: limits.instagram.items }),
      );
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
  if (videos > 0 && photos > 0) found.push(forNetwork('facebook', 'media-mixed'));
  else if (videos > 1) found.push(forNetwork('facebook', 'videos-too-many', { count: videos }));
  if (photos > limits.facebook.items)
    found.push(
      forNetwork('facebook', 'media-too-many', { count: photos, most: limits.facebook.items }),
    );
  return found;
}

/** Reels and stories show one medium. */
function singleFindings(post: CheckedPost): CheckFinding[] {
  const base = { field: 'media', level: 'error', params: {} } as const;
  if (post.kind === 'reel') {
    const isOneVideo = post.media.length === 1 && post.media[0]?.kind !== 'photo';
    return isOneVideo ? [] : [{ ...base, code: 'reel-one-video' }];
  }
  return post.media.length === 1 ? [] : [{ ...base, code: 'story-one-medium' }];
}

function instagramPhoto(post: CheckedPost, photo: CheckedMedia, index: number): CheckFinding[] {
  const found: CheckFinding[] = [];
  const say = (level: CheckFinding['level'], code: string, params = {}) =>
    found.push({
      ...about(index, level, code, { number: index + 1, ...params }),
      network: 'instagram',
    });
  const { least, sharp } = limits.instagram.photoWidthPx;
  if (photo.widthPx < least) say('error', 'photo-too-small', { widthPx: photo.widthPx, least });
  else if (photo.widthPx < sharp) say('warning', 'photo-small', { widthPx: photo.widthPx, sharp });
  if (post.kind === 'post') ratioFindings(post, photo, index, say);
  if (!post.convertsPhotos) {
    if (photo.mime !== 'image/jpeg') say('error', 'photo-not-jpeg', { name: photo.name });
    if (photo.sizeBytes > limits.instagram.photoBytes)
      say('error', 'photo-too-heavy', heavy(photo, limits.instagram.photoBytes));
  }
  return found;
}

type Sayer = (level: CheckFinding['level'], code: string, params?: object) => void;

/** All pictures of a carousel are cropped to the ratio of the first. */
function ratioFindings(post: CheckedPost, photo: CheckedMedia, index: number, say: Sayer): void {
  const ratio = photo.widthPx / photo.heightPx;
  const { lowest, highest } = limits.instagram.photoRatio;
  const first = post.media[0];
  if (index > 0 && first && first.kind !== 'missing') {
    const firstRatio = first.widthPx / first.heightPx;
    if (Math.abs(ratio / firstRatio - 1) > 0.02) say('warning', 'carousel-crop');
    return;
  }
  if (ratio < lowest - ratioSlack) say('error', 'photo-too-tall', { ratio: ratioText(ratio) });
  if (ratio > highest + ratioSlack) say('error', 'photo-too-wide', { ratio: ratioText(ratio) });
}

function facebookPhoto(post: CheckedPost, photo: CheckedMedia, index: number): CheckFinding[] {
  if (post.convertsPhotos) return [];
  const found: CheckFinding[] = [];
  const most = limits.facebook.photoBytes;
  const known = ['image/jpeg', 'image/png', 'image/gif', 'image/tiff', 'image/bmp', 'image/webp'];
  const params = { number: index + 1, name: photo.name };
  if (!known.includes(photo.mime))
    found.push({ ...about(index, 'error', 'photo-type', params), network: 'facebook' });
  if (photo.sizeBytes > most) {
    const finding = about(index, 'error', 'photo-too-heavy', { ...params, ...heavy(photo, most) });
    found.push({ ...finding, network: 'facebook' });
  }
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
    return finding('error', 'alt-too-long', { length: medium.alt.length, most });
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
