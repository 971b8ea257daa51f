import { coverCrop } from '../../shared/scene/photo-requests.ts';
import type { PointFrac, RectFrac } from '../../shared/scene/scene.ts';
import { fileUrl, guardedInput, seconds } from './ffmpeg-arguments.ts';

type Size = { widthPx: number; heightPx: number };

/** A piece of a film as a scene needs it. */
export type ClipPlan = {
  path: string;
  /** As it is watched, turned upright. */
  source: Size;
  fromMs: number;
  speed: number;
  /** How many frames at most. */
  frames: number;
  framesPerSecond: number;
  /** The pixels that it fills as `cover`. */
  box: Size;
  crop?: RectFrac | undefined;
  focus?: PointFrac | undefined;
  /** `tones` where the film shines brighter than a screen does and this ffmpeg can bring it down. */
  tones?: true | undefined;
  isInterlaced?: true | undefined;
  isStretched?: true | undefined;
  /** How its colours are written when the film does not say so itself. */
  matrix: 'auto' | 'bt709';
};

/** What is read before the first moment wanted: the picture seen then may have come up earlier. */
const leadMs = 1000;
/** Instants in whole milliseconds, as some files keep them, lie up to this much beside their frame. */
const slackS = 0.002;

/** The frames of a film as raw RGBA on standard output, one for each moment of the video: at a constant
 *  rate, each the picture that the film shows at that moment. Understood by ffmpeg 4.1 and later, which
 *  turns the film upright itself. */
export function clipArguments(plan: ClipPlan): string[] {
  const seekMs = Math.max(0, plan.fromMs - leadMs);
  return [
    ['-nostdin', '-hide_banner', '-v', 'error', ...guardedInput],
    ['-ss', seconds(seekMs), '-i', fileUrl(plan.path), '-map', '0:v:0', '-an', '-sn', '-dn'],
    ['-vf', filtersOf(plan, plan.fromMs - seekMs), '-frames:v', String(plan.frames)],
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
  ].flat();
}

function filtersOf(plan: ClipPlan, aheadMs: number): string {
  const { box, speed, framesPerSecond } = plan;
  const cut = cutOf(plan);
  const moved = `(PTS-${seconds(aheadMs)}/TB)/${speed.toFixed(4)}-${slackS}/TB`;
  const sized = `scale=${box.widthPx}:${box.heightPx}:flags=${carefully}`;
  return [
    ...uprightFilters(plan),
    `setpts=${moved}`,
    // Up: a picture is not shown before its moment. What lies before the start is passed over.
    `fps=${framesPerSecond}:start_time=0:round=up`,
    `crop=${cut.widthPx}:${cut.heightPx}:${cut.leftPx}:${cut.topPx}:exact=1`,
    // Light is brought down in few pixels rather than in many.
    ...(plan.tones
      ? [sized, ...toned, `scale=flags=${carefully}:in_color_matrix=bt709`]
      : [`${sized}:in_color_matrix=${plan.matrix}`]),
    'format=rgba',
  ].join(',');
}

const carefully = 'bicubic+accurate_rnd+full_chroma_int';

/** Whole pictures of square pixels. */
export function uprightFilters({
  source,
  isInterlaced,
  isStretched,
}: Pick<ClipPlan, 'source' | 'isInterlaced' | 'isStretched'>): string[] {
  return [
    ...(isInterlaced ? ['bwdif=mode=send_frame'] : []),
    ...(isStretched ? [`scale=${source.widthPx}:${source.heightPx}`, 'setsar=1'] : []),
  ];
}

/** How a film's colours are written: what says nothing is taken as browsers take it. */
export function matrixOf({
  widthPx,
  heightPx,
  matrix,
}: Size & { matrix: string | undefined }): ClipPlan['matrix'] {
  const isSaid = matrix !== undefined && matrix !== 'unknown';
  return !isSaid && Math.min(widthPx, heightPx) >= 720 ? 'bt709' : 'auto';
}

/** From what shines to what a screen shows: linear light, its colours, then brought down. */
export const toned = [
  'zscale=t=linear:npl=100',
  'format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv',
  'format=yuv420p',
];

/** The part of the upright film that fills the box. */
function cutOf({ source, crop, box, focus = { xFrac: 0.5, yFrac: 0.5 } }: ClipPlan) {
  const leftPx = Math.floor((crop?.xFrac ?? 0) * source.widthPx);
  const topPx = Math.floor((crop?.yFrac ?? 0) * source.heightPx);
  const used = {
    widthPx: within((crop?.widthFrac ?? 1) * source.widthPx, source.widthPx - leftPx),
    heightPx: within((crop?.heightFrac ?? 1) * source.heightPx, source.heightPx - topPx),
  };
  const cut = coverCrop(used, { ...box, focus });
  return { ...cut, leftPx: leftPx + cut.leftPx, topPx: topPx + cut.topPx };
}

function within(px: number, mostPx: number): number {
  return Math.max(1, Math.min(Math.round(px), mostPx));
}
