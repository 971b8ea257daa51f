import type { CheckedMedia, CheckedPost, CheckFinding } from './post-check-types.ts';
import { limits, type VideoLimit } from './post-limits.ts';

type Network = 'facebook' | 'instagram';

/** One video against what each chosen network takes in this place. */
export function checkVideo(
  post: CheckedPost,
  video: CheckedMedia,
  mediaIndex: number,
  networks: ReadonlySet<string>,
): CheckFinding[] {
  const found: CheckFinding[] = [];
  if (networks.has('instagram')) {
    const place = instagramPlace(post);
    const network = 'instagram';
    found.push(
      ...videoFindings({ network, mediaIndex, video, limit: limits.instagram.video[place] }),
    );
    if (place === 'reel' && post.kind === 'post')
      found.push({ network, field: 'kind', level: 'note', code: 'video-becomes-reel', params: {} });
  }
  if (networks.has('facebook')) {
    const limit = limits.facebook.video[post.kind];
    found.push(...videoFindings({ network: 'facebook', mediaIndex, video, limit }));
    if (post.kind === 'reel') found.push(...facebookReelShape(video, mediaIndex));
  }
  return found;
}

/** A lone video is a reel there, whatever it was called. */
function instagramPlace(post: CheckedPost): 'reel' | 'story' | 'slide' {
  if (post.kind === 'story') return 'story';
  return post.kind === 'post' && post.media.length > 1 ? 'slide' : 'reel';
}

function videoFindings(asked: {
  network: Network;
  mediaIndex: number;
  video: CheckedMedia;
  limit: VideoLimit;
}): CheckFinding[] {
  const { network, mediaIndex, video, limit } = asked;
  const found: CheckFinding[] = [];
  const refuse = (code: string, params: Record<string, number | string>) =>
    found.push({ network, field: 'media', level: 'error', code, mediaIndex, params });
  if (video.durationMs < limit.shortestMs)
    refuse('video-too-short', {
      time: clockText(video.durationMs),
      least: clockText(limit.shortestMs),
    });
  if (video.durationMs > limit.longestMs)
    refuse('video-too-long', {
      time: clockText(video.durationMs),
      most: clockText(limit.longestMs),
    });
  if (video.sizeBytes > limit.largestBytes)
    refuse('video-too-heavy', {
      megabytes: Math.ceil(video.sizeBytes / 1_000_000),
      most: limit.largestBytes / 1_000_000,
    });
  if (limit.widestPx !== undefined && video.widthPx > limit.widestPx)
    refuse('video-too-wide', { widthPx: video.widthPx, most: limit.widestPx });
  if (video.widthPx < (limit.narrowestPx ?? 0) || video.heightPx < (limit.lowestPx ?? 0))
    refuse('video-too-small', {
      widthPx: video.widthPx,
      heightPx: video.heightPx,
      leastWidth: limit.narrowestPx ?? 0,
      leastHeight: limit.lowestPx ?? 0,
    });
  if (!['video/mp4', 'video/quicktime'].includes(video.mime))
    refuse('video-type', { name: video.name });
  return found;
}

/** Facebook takes reels in 9:16 only. */
function facebookReelShape(video: CheckedMedia, mediaIndex: number): CheckFinding[] {
  if (video.heightPx === 0 || Math.abs(video.widthPx / video.heightPx / (9 / 16) - 1) <= 0.02)
    return [];
  const params = { widthPx: video.widthPx, heightPx: video.heightPx };
  return [
    { network: 'facebook', field: 'media', level: 'error', code: 'reel-shape', mediaIndex, params },
  ];
}

/** 250,000 ms reads `4:10`. */
export function clockText(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
