import { matrixOf, toned, uprightFilters } from './clip-arguments.ts';
import { fileUrl, guardedInput } from './ffmpeg-arguments.ts';
import type { ProbedFile } from './ffprobe-answer.ts';

/** `play` is small, for the window; `steady` is what the export reads as well. */
export type ClipCopyKind = 'play' | 'steady';
/** How this ffmpeg takes the shaking out of a film. */
export type Steadying = 'vidstab' | 'deshake';

export type ClipCopyPlan = {
  path: string;
  /** Two passes look into the same folder, which is where ffmpeg runs. */
  outPath: string;
  film: NonNullable<ProbedFile['video']>;
  canTone: boolean;
  steadying?: Steadying | undefined;
};

const sizes = {
  play: { longestPx: 1280, shortestPx: 720 },
  steady: { longestPx: 1920, shortestPx: 1080 },
};
/** What is seen of the camera's way in the first pass. */
const shakesFile = 'shakes.trf';
const mostFramesPerSecond = 60;

const even = (px: number) => Math.max(2, Math.round(px / 2) * 2);

/** As large as it is, or as large as its kind may be. */
export function copySize(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  kind: ClipCopyKind,
) {
  const { longestPx, shortestPx } = sizes[kind];
  const scale = Math.min(
    1,
    longestPx / Math.max(widthPx, heightPx),
    shortestPx / Math.min(widthPx, heightPx),
  );
  return { widthPx: even(widthPx * scale), heightPx: even(heightPx * scale) };
}

/** The passes of ffmpeg that make a copy. The last one writes it; each tells its progress on standard
 *  output. Pictures keep their moments, so that a cut of the film is the same cut of its copy. */
export function copyPasses(plan: ClipCopyPlan): string[][] {
  const { path, steadying, film } = plan;
  const kind = steadying ? 'steady' : 'play';
  const open = [
    ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-progress', 'pipe:1', ...guardedInput],
    ['-i', fileUrl(path), '-map', '0:v:0', '-sn', '-dn', '-map_metadata', '-1'],
  ].flat();
  const framesPerSecond = copyRate(film);
  // Up: a picture is not shown before its moment.
  const pace = `fps=${framesPerSecond}:start_time=0:round=up`;
  const isFast = film.framesPerSecond > framesPerSecond;
  const seen = [...(isFast ? [pace] : []), ...seenFilters(plan, kind)];
  const look = `vidstabdetect=result=${shakesFile}:shakiness=6:accuracy=12:stepsize=6`;
  const first = [...open, '-an', '-vf', [...seen, look].join(','), '-f', 'null', '-'];
  const last = [
    ...[...open, '-map', '0:a:0?'],
    ...['-vf', [...seen, ...stillFilters(steadying), pace, 'format=yuv420p'].join(',')],
    ...['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast'],
    ...['-crf', steadying ? '17' : '23', '-bf', '0'],
    // Each jump of the window decodes half a second at most.
    ...['-g', String(Math.max(2, Math.round(framesPerSecond / 2)))],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '160000', '-ar', '48000', '-ac', '2'],
    ...['-movflags', '+faststart', '-f', 'mp4', fileUrl(plan.outPath)],
  ];
  return steadying === 'vidstab' ? [first, last] : [last];
}

/** A steady rate as it is, if a window keeps up with it. Of any other so many that each picture is there
 *  within a sixtieth of a second. */
function copyRate({ steadyRate = 0 }: ClipCopyPlan['film']): number {
  return steadyRate > 0 && steadyRate <= mostFramesPerSecond + 0.5
    ? steadyRate
    : mostFramesPerSecond;
}

function seenFilters({ film, canTone }: ClipCopyPlan, kind: ClipCopyKind): string[] {
  const { widthPx, heightPx } = copySize(film, kind);
  const tones = film.isHdr && canTone;
  const matrix = matrixOf({ ...film, matrix: film.colours.matrix });
  const sized = `scale=${widthPx}:${heightPx}:flags=bicubic`;
  return [
    ...uprightFilters({ ...film, source: film }),
    ...(tones
      ? [sized, ...toned]
      : [
          `${sized}:in_color_matrix=${matrix}:out_color_matrix=bt709:out_range=tv`,
          'format=yuv420p',
        ]),
  ];
}

function stillFilters(steadying: Steadying | undefined): string[] {
  if (steadying === 'deshake') return ['deshake=rx=32:ry=32'];
  if (steadying === undefined) return [];
  return [`vidstabtransform=input=${shakesFile}:smoothing=15:optzoom=1:interpol=bicubic`];
}
