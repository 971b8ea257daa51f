import type { CheckFix } from './check-fix.ts';
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
  const convert: CheckFix = {
    kind: 'convert-video',
    mediaIndex,
    ...(limit.widestPx !== undefined && { widestPx: limit.widestPx }),
    ...(video.sizeBytes > limit.largestBytes && { largestBytes: limit.largestBytes }),
  };
  const refuse = (code: string, params: Record<string, number | string>, ...fixes: CheckFix[]) =>
    found.push({
      ...({ network, field: 'media', level: 'error', code, mediaIndex, params } as const),
      ...(fixes.length > 0 && { fixes }),
    });
  const time = clockText(video.durationMs);
  if (video.durationMs < limit.shortestMs)
    refuse('video-too-short', { time, least: clockText(limit.shortestMs) });
  if (video.durationMs > limit.longestMs) {
    const trim = { kind: 'trim-video', mediaIndex, longestMs: limit.longestMs } as const;
    refuse('video-too-long', { time, most: clockText(limit.longestMs) }, trim);
  }
  if (video.sizeBytes > limit.largestBytes) {
    const megabytes = Math.ceil(video.sizeBytes / 1_000_000);
    refuse('video-too-heavy', { megabytes, most: limit.largestBytes / 1_000_000 }, convert);
  }
  if (limit.widestPx !== undefined && video.widthPx > limit.widestPx)
    refuse('video-too-wide', { widthPx: video.widthPx, most: limit.widestPx }, convert);
  if (video.widthPx < (limit.narrowestPx ?? 0) || video.heightPx < (limit.lowestPx ?? 0))
    refuse('video-too-small', {
      widthPx: video.widthPx,
      heightPx: video.heightPx,
      leastWidth: limit.narrowestPx ?? 0,
      leastHeight: limit.lowestPx ?? 0,
    });
  if (!['video/mp4', 'video/quicktime'].includes(video.mime))
    refuse('video-type', { name: video.name }, convert);
  else filmFindings(video, limit, (code, params) => refuse(code, params, convert));
  return found;
}

/** How it is encoded, where that is known. */
function filmFindings(
  { film, widthPx, heightPx }: CheckedMedia,
  limit: VideoLimit,
  refuse: (code: string, params: Record<string, number | string>) => void,
): void {
  const [lowest, highest] = limit.ratio ?? [0, Infinity];
  if (heightPx > 0 && (widthPx / heightPx < lowest || widthPx / heightPx > highest))
    refuse('video-ratio', { widthPx, heightPx });
  if (!film) return;
  if (!['h264', 'hevc'].includes(film.codec)) refuse('video-codec', { codec: film.codec });
  const { slowest, fastest } = limit.framesPerSecond ?? { slowest: 0, fastest: Infinity };
  // 23.976 is written as 23.98 and counts as 24 to whoever asks for 24.
  const rate = Math.round(film.framesPerSecond * 10) / 10;
  if (rate > 0 && (Math.ceil(rate) < slowest || Math.floor(rate) > fastest))
    refuse('video-rate', { rate, least: slowest, most: fastest });
  if (film.bitsPerSecond > (limit.bitsPerSecond ?? Infinity))
    refuse('video-bits', {
      megabits: Math.ceil(film.bitsPerSecond / 1_000_000),
      most: (limit.bitsPerSecond ?? 0) / 1_000_000,
    });
  const { audio } = film;
  if (audio && (audio.codec !== 'aac' || audio.sampleRateHz > 48_000))
    refuse('video-sound', { codec: audio.codec, kilohertz: audio.sampleRateHz / 1000 });
}

/** Facebook takes reels in 9:16 only. */
function facebookReelShape(video: CheckedMedia, mediaIndex: number): CheckFinding[] {
  if (video.heightPx === 0 || Math.abs(video.widthPx / video.heightPx / (9 / 16) - 1) <= 0.02)
    return [];
  const params = { widthPx: video.widthPx, heightPx: video.heightPx };
  const fixes: CheckFix[] = [{ kind: 'convert-video', mediaIndex, ratio: 9 / 16 }];
  return [
    {
      ...({ network: 'facebook', field: 'media', level: 'error' } as const),
      ...{ code: 'reel-shape', mediaIndex, params, fixes },
    },
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
