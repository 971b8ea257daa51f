import { fileUrl, guardedInput, seconds } from './ffmpeg-arguments.ts';

export type TeaserKind = 'gif' | 'webp';
export type TeaserStep = { longestPx: number; framesPerSecond: number };
export type TeaserPlan = TeaserStep & { path: string; fromMs: number; lengthMs: number };

/** The finest first. Of the last a GIF of 6 s has 4 MB whatever it shows: 48 frames of 240 × 240 in 12 bits a
 *  pixel. */
export const teaserSteps: readonly TeaserStep[] = [
  { longestPx: 480, framesPerSecond: 15 },
  { longestPx: 480, framesPerSecond: 12 },
  { longestPx: 400, framesPerSecond: 12 },
  { longestPx: 320, framesPerSecond: 10 },
  { longestPx: 240, framesPerSecond: 8 },
];

/** A GIF with a palette of its own, looped without end. */
export function gifArguments(plan: TeaserPlan, outPath: string): string[] {
  const palette = 'split[seen][kept];[kept]palettegen[palette]';
  const dither = '[seen][palette]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle';
  const graph = `[0:v:0]${shown(plan)},${palette};${dither}`;
  return [...opened(plan), '-filter_complex', graph, ...looped('gif'), fileUrl(outPath)];
}

/** A WebP looped without end. Its colours are handed over as RGB: as YUV they would be taken for those of
 *  another matrix. */
export function webpArguments(plan: TeaserPlan, outPath: string): string[] {
  const coded = ['-map', '0:v:0', '-vf', `${shown(plan)},format=bgra`, '-c:v', 'libwebp_anim'];
  return [...opened(plan), ...coded, '-q:v', '70', ...looped('webp'), fileUrl(outPath)];
}

/** The frames as raw RGB on standard output, for a program without an encoder. */
export function rawTeaserArguments(plan: TeaserPlan): string[] {
  const coded = ['-map', '0:v:0', '-vf', `${shown(plan)},format=rgb24`, '-an', '-f', 'rawvideo'];
  const { path, fromMs, lengthMs } = plan;
  return [...quiet, ...stretch({ path, fromMs, lengthMs }), ...coded, 'pipe:1'];
}

const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y'];

function opened(plan: TeaserPlan): string[] {
  return [...quiet, '-progress', 'pipe:1', ...stretch(plan)];
}

function stretch({ path, fromMs, lengthMs }: Pick<TeaserPlan, 'path' | 'fromMs' | 'lengthMs'>) {
  const cut = ['-ss', seconds(fromMs), '-t', seconds(lengthMs)];
  return [...guardedInput, ...cut, '-i', fileUrl(path)];
}

/** Never larger than it is. */
function shown({ longestPx, framesPerSecond }: TeaserStep): string {
  const size = `w='min(${longestPx},iw)':h='min(${longestPx},ih)'`;
  const fitted = 'force_original_aspect_ratio=decrease:flags=lanczos:in_color_matrix=bt709';
  return `fps=${framesPerSecond},scale=${size}:${fitted},setsar=1`;
}

function looped(muxer: string): string[] {
  return ['-an', '-sn', '-dn', '-map_metadata', '-1', '-loop', '0', '-f', muxer];
}
