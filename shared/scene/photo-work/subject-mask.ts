import type { FoundBackground } from './find-background.ts';
import type { SizePx } from './plan-photo.ts';
import { touchUpUnits, type PhotoBackground, type TouchUp } from './photo-work.ts';

/** What of a photo is its subject, at the analysis size: `found`, or the middle of the photo where a
 *  blur has no plain background to go by, with what was painted by hand. */
export type SubjectMask = SizePx & {
  mask: Uint8Array;
  /** Colours on both sides of its edge, to draw that finely; without them the mask is all. */
  edge?: Required<Pick<FoundBackground, 'subject' | 'background'>>;
};

export function subjectMask(found: FoundBackground, background: PhotoBackground): SubjectMask {
  const { widthPx, heightPx, subject } = found;
  const goesByColour = background.kind !== 'blur' || found.isPlain;
  const mask = goesByColour ? found.mask.slice() : middleMask(found);
  for (const touchUp of background.touchUps ?? []) paint(mask, found, touchUp);
  const hasEdge = goesByColour && subject !== undefined && found.background !== undefined;
  return {
    widthPx,
    heightPx,
    mask,
    ...(hasEdge ? { edge: { subject, background: found.background } } : {}),
  };
}

/** An upright oval that fades out: where the subject of most photos stands. */
function middleMask({ widthPx, heightPx }: SizePx): Uint8Array {
  const mask = new Uint8Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const down = (2 * (y + 0.5)) / heightPx - 1;
    for (let x = 0; x < widthPx; x++, at++) {
      const across = (2 * (x + 0.5)) / widthPx - 1;
      const outside = (across * across) / 0.36 + (down * down) / 0.5;
      mask[at] = Math.round(255 * Math.min(1, Math.max(0, (1.35 - outside) / 0.7)));
    }
  }
  return mask;
}

const edgePx = 1.5;

/** A line as wide as a brush, with a soft rim. */
function paint(mask: Uint8Array, size: SizePx, { mode, radius, points }: TouchUp): void {
  const radiusPx = (radius / touchUpUnits) * Math.max(size.widthPx, size.heightPx);
  const xOf = (at: number) => ((points[at] ?? 0) / touchUpUnits) * size.widthPx;
  const yOf = (at: number) => ((points[at + 1] ?? 0) / touchUpUnits) * size.heightPx;
  for (let at = 0; at < points.length; at += 2) {
    const to = Math.min(at + 2, points.length - 2);
    const line = { x: xOf(at), y: yOf(at), dx: xOf(to) - xOf(at), dy: yOf(to) - yOf(at) };
    paintLine(mask, size, line, radiusPx, mode);
  }
}

function paintLine(
  mask: Uint8Array,
  { widthPx, heightPx }: SizePx,
  line: { x: number; y: number; dx: number; dy: number },
  radiusPx: number,
  mode: TouchUp['mode'],
): void {
  const far = radiusPx + edgePx;
  const from = (start: number, by: number) =>
    Math.max(0, Math.floor(Math.min(start, start + by) - far));
  const to = (start: number, by: number, end: number) =>
    Math.min(end, Math.ceil(Math.max(start, start + by) + far));
  const lengthSquared = line.dx * line.dx + line.dy * line.dy;
  for (let y = from(line.y, line.dy); y < to(line.y, line.dy, heightPx); y++)
    for (let x = from(line.x, line.dx); x < to(line.x, line.dx, widthPx); x++) {
      const px = x + 0.5 - line.x;
      const py = y + 0.5 - line.y;
      const along = lengthSquared === 0 ? 0 : (px * line.dx + py * line.dy) / lengthSquared;
      const on = Math.min(1, Math.max(0, along));
      const away = Math.sqrt((px - on * line.dx) ** 2 + (py - on * line.dy) ** 2);
      const cover = Math.round(255 * Math.min(1, Math.max(0, (far - away) / (2 * edgePx))));
      const at = y * widthPx + x;
      const value = mask[at]!;
      mask[at] = mode === 'keep' ? Math.max(value, cover) : Math.min(value, 255 - cover);
    }
}
