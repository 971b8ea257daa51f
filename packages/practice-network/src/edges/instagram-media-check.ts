import type { Call } from '../graph/call.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { ContainerRow } from '../nodes/instagram-rows.ts';
import { keepBytes, mediaPath } from '../world/media-files.ts';
import { fetchFromLoopback } from './fetch-media.ts';
import { pictureFormat, pictureSize, reencode } from './picture-check.ts';
import { probeVideo, type VideoFacts } from './probe-video.ts';
import { instagramVideoProblem } from './video-rules.ts';

export interface MediaFacts extends Partial<VideoFacts> {
  widthPx: number;
  heightPx: number;
}

export interface MadeMedia {
  file?: string;
  facts?: MediaFacts;
  /** Set when the network takes it now and reports the problem at the status. */
  errorSubcode?: number;
}

const maxImageBytes = 8 * 1024 * 1024;
const maxVideoBytes = 300 * 1024 * 1024;
const narrowest = 4 / 5;
const widest = 1.91;

/** Fetches and judges a picture as Instagram does. */
export async function fetchFeedImage(
  call: Call,
  url: string,
  isStory: boolean,
): Promise<MadeMedia> {
  const fetched = await fetchFromLoopback(url, maxImageBytes);
  if (fetched.bytes === undefined) throw notFetched(fetched.why);
  const { bytes } = fetched;
  if (bytes.length > maxImageBytes) {
    throw imageError(36000, 2207004, 'The image is larger than 8 MiB.');
  }
  const format = pictureFormat(bytes);
  if (format === undefined) throw notFetched('Only photo or video can be accepted as media type.');
  if (format !== 'jpeg')
    throw imageError(36001, 2207005, 'The image format is not supported. Use JPEG.');
  await checkShape(bytes, isStory);
  const picture = await reencode(bytes, 1440).catch(() => {
    throw imageError(36001, 2207005, 'The image cannot be read.');
  });
  const { widthPx, heightPx } = picture;
  return { file: keepBytes(call.world, picture.bytes, 'jpg'), facts: { widthPx, heightPx } };
}

async function checkShape(bytes: Buffer, isStory: boolean): Promise<void> {
  const size = await pictureSize(bytes).catch(() => undefined);
  if (size === undefined) throw imageError(36001, 2207005, 'The image cannot be read.');
  if (size.widthPx < 320) {
    throw imageError(36001, 2207005, 'The image is narrower than 320 pixels.');
  }
  const ratio = size.widthPx / size.heightPx;
  // A pixel of rounding is forgiven.
  const slack = 1 / size.heightPx;
  if (!isStory && (ratio < narrowest - slack || ratio > widest + slack)) {
    throw imageError(
      36003,
      2207009,
      'The aspect ratio is not supported. It must be within 4:5 and 1.91:1.',
    );
  }
}

/** Fetches a clip; what is wrong with it shows later, at the status. */
export async function fetchVideo(
  call: Call,
  url: string,
  kind: ContainerRow['kind'],
): Promise<MadeMedia> {
  const fetched = await fetchFromLoopback(url, maxVideoBytes);
  if (fetched.bytes === undefined) return { errorSubcode: 2207077 };
  const file = keepBytes(call.world, fetched.bytes, 'mp4');
  return judgeVideo(mediaPath(call.world, file), file, kind);
}

/** Facts of a clip that has arrived, and the subcode when Instagram would not take it. */
export async function judgeVideo(
  path: string,
  file: string,
  kind: ContainerRow['kind'],
): Promise<MadeMedia> {
  const facts = await probeVideo(path);
  if (facts === undefined) return { file, errorSubcode: 2207076 };
  const problem = instagramVideoProblem(facts, kind);
  return { file, facts, ...(problem === undefined ? {} : { errorSubcode: problem }) };
}

function imageError(code: number, subcode: number, why: string): GraphError {
  return new GraphError(code, `(#${code}) ${why}`, {
    subcode,
    userMessage: why,
    data: { blame_field_specs: [['image_url']] },
  });
}

function notFetched(why: string): GraphError {
  return new GraphError(9004, '(#9004) Only photo or video can be accepted as media type.', {
    subcode: 2207052,
    userTitle: 'Media download has failed',
    userMessage: `The media could not be fetched from this URI. ${why}`,
  });
}
