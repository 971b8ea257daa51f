import { fileUrl, guardedInput } from './ffmpeg-arguments.ts';

export type Size = { widthPx: number; heightPx: number };

/** What is made of a film: which part, of what size, how heavy at most. */
export type FilmPlan = Size & {
  path: string;
  outPath: string;
  startMs: number;
  lengthMs: number;
  /** In the film's own pixels, around its middle; the rest falls away. */
  cut?: Size | undefined;
  /** The picture within the frame, when it does not fill it; black around. */
  within?: Size | undefined;
  /** Wanted when the film's own rate is none that the networks take. */
  framesPerSecond?: number | undefined;
  mostBytes?: number | undefined;
};

export type FilmWish = {
  startMs?: number | undefined;
  lengthMs?: number | undefined;
  shape?: { ratio: number; fit: 'crop' | 'frame' } | undefined;
  widestPx?: number | undefined;
  largestBytes?: number | undefined;
};

const longestSidePx = 1920;
const audioBits = 160_000;
const mostBits = 20_000_000;

/** H.264 wants even sides. */
const even = (px: number) => Math.max(2, Math.round(px / 2) * 2);

/** The sizes and times that a wish comes to for a film. Never larger than it is. */
export function planFilm(
  film: Size & { durationMs: number; framesPerSecond?: number | undefined },
  wish: FilmWish,
): Omit<FilmPlan, 'path' | 'outPath'> {
  const startMs = Math.min(wish.startMs ?? 0, Math.max(0, film.durationMs - 500));
  const lengthMs = Math.min(wish.lengthMs ?? film.durationMs, film.durationMs - startMs);
  const own = film.widthPx / film.heightPx;
  const ratio = wish.shape?.ratio ?? own;
  const isFrame = wish.shape?.fit === 'frame';
  // A cut lies inside the film, a frame around it.
  const wide = ratio > own === isFrame;
  const shaped = wide
    ? { widthPx: film.heightPx * ratio, heightPx: film.heightPx }
    : { widthPx: film.widthPx, heightPx: film.widthPx / ratio };
  const scale = Math.min(
    1,
    (wish.widestPx ?? longestSidePx) / shaped.widthPx,
    longestSidePx / Math.max(shaped.widthPx, shaped.heightPx),
  );
  const scaled = (size: Size) => ({
    widthPx: even(size.widthPx * scale),
    heightPx: even(size.heightPx * scale),
  });
  const rate = film.framesPerSecond ?? 30;
  return {
    ...scaled(shaped),
    startMs,
    lengthMs,
    ...(wish.shape && !isFrame && { cut: evenSize(shaped) }),
    ...(isFrame && { within: scaled(film) }),
    ...((rate < 23.9 || rate > 60) && { framesPerSecond: 30 }),
    ...(wish.largestBytes !== undefined && { mostBytes: wish.largestBytes }),
  };
}

function evenSize({ widthPx, heightPx }: Size): Size {
  return {
    widthPx: Math.max(2, Math.floor(widthPx / 2) * 2),
    heightPx: Math.max(2, Math.floor(heightPx / 2) * 2),
  };
}

/** A part of a film in the one form that both networks take: H.264 High, yuv420p, AAC at 48 kHz, index
 *  first. Progress is told on standard output. */
export function filmArguments(plan: FilmPlan): string[] {
  const bits = bitsFor(plan);
  return [
    ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-progress', 'pipe:1', ...guardedInput],
    ['-ss', seconds(plan.startMs), '-i', fileUrl(plan.path), '-t', seconds(plan.lengthMs)],
    ['-map', '0:v:0', '-map', '0:a:0?', '-vf', filtersOf(plan)],
    ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', '-crf', '20'],
    ['-maxrate', String(bits), '-bufsize', String(bits), '-pix_fmt', 'yuv420p'],
    ['-c:a', 'aac', '-b:a', String(audioBits), '-ar', '48000', '-ac', '2'],
    ['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', fileUrl(plan.outPath)],
  ].flat();
}

/** A little below what fits, for the box around the pictures. */
function bitsFor({ mostBytes, lengthMs }: FilmPlan): number {
  if (mostBytes === undefined) return mostBits;
  const whole = (mostBytes * 8 * 0.94) / Math.max(1, lengthMs / 1000) - audioBits;
  return Math.max(200_000, Math.min(mostBits, Math.floor(whole)));
}

function filtersOf(plan: FilmPlan): string {
  const { cut, within, widthPx, heightPx, framesPerSecond } = plan;
  const inner = within ?? { widthPx, heightPx };
  return [
    ...(framesPerSecond === undefined ? [] : [`fps=${framesPerSecond}`]),
    ...(cut ? [`crop=${cut.widthPx}:${cut.heightPx}`] : []),
    `scale=${inner.widthPx}:${inner.heightPx}:flags=bicubic`,
    ...(within ? [`pad=${widthPx}:${heightPx}:-1:-1:color=black`] : []),
    'setsar=1',
  ].join(',');
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
