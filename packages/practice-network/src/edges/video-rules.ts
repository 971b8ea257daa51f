import type { ContainerRow } from '../nodes/instagram-rows.ts';
import type { VideoFacts } from './mp4-boxes.ts';

/** Codec names as boxes and as ffprobe spell them. */
const pictureCodecs = ['h264', 'hevc', 'avc1', 'avc3', 'hvc1', 'hev1'];
const soundCodecs = ['aac', 'mp4a'];

const formatRefused = 2207026;
const mib = 1024 * 1024;

/** The subcode with which Instagram refuses a clip, if it does. */
export function instagramVideoProblem(
  facts: VideoFacts,
  kind: ContainerRow['kind'],
): number | undefined {
  const story = kind === 'STORIES';
  const maxMs = story || kind === 'VIDEO' ? 60_000 : 900_000;
  const ratio = facts.widthPx / facts.heightPx;
  const rate = facts.framesPerSecond ?? 30;
  const fits =
    pictureCodecs.includes(facts.videoCodec) &&
    (facts.audioCodec === undefined || soundCodecs.includes(facts.audioCodec)) &&
    // A tenth of a second of rounding is forgiven.
    facts.durationMs >= 2900 &&
    facts.durationMs <= maxMs + 100 &&
    facts.sizeBytes <= (story ? 100 : 300) * mib &&
    facts.widthPx <= 1920 &&
    rate >= 22.5 &&
    rate <= 60.5 &&
    ratio >= (story ? 0.1 : 0.01) &&
    ratio <= 10;
  return fits ? undefined : formatRefused;
}

export interface PageVideoProblem {
  code: number;
  message: string;
}

/** Why a Page would not take a clip as a video, reel or story. */
export function pageVideoProblem(
  facts: VideoFacts | undefined,
  kind: 'feed' | 'reel' | 'story',
): PageVideoProblem | undefined {
  if (facts === undefined) return { code: 1363032, message: 'The file is not a valid video.' };
  if (!pictureCodecs.includes(facts.videoCodec)) {
    return { code: 1363024, message: 'The video format is not supported.' };
  }
  if (facts.durationMs < 1000)
    return { code: 1363025, message: 'The video is shorter than one second.' };
  if (kind === 'feed') {
    return facts.durationMs > 14_400_000
      ? { code: 1363026, message: 'The video is too long.' }
      : undefined;
  }
  const maxMs = kind === 'reel' ? 90_000 : 60_000;
  if (facts.durationMs < 2900 || facts.durationMs > maxMs + 100) {
    return { code: 1363024, message: `A ${kind} lasts 3 to ${maxMs / 1000} seconds.` };
  }
  const tall = facts.heightPx / facts.widthPx;
  if (kind === 'reel' && (tall < 1.7 || facts.widthPx < 540 || facts.heightPx < 960)) {
    return { code: 1363024, message: 'A reel is 9:16 and at least 540 by 960 pixels.' };
  }
  return undefined;
}
