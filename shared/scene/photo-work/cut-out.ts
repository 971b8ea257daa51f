import { colourAt } from './colour-grid.ts';
import type { Affine } from './plan-photo.ts';
import type { SubjectMask } from './subject-mask.ts';
import type { Picture } from './turn-pixels.ts';

/** Below and above, the mask leaves no doubt. */
const surelyOut = 8;
const surelyIn = 247;
/** Colours nearer than this say nothing about which side a pixel is on. */
const leastContrast = 22;

/** How much of each pixel is subject, 0 to 255. Along the edge the pixel's own colour decides between
 *  the colours on both sides, as finely as the picture is drawn; there the background's part is taken
 *  out of the colour, so that no rim of it is left. */
export function cutOut(
  picture: Picture,
  subject: SubjectMask,
  toPhoto: Affine,
  { cleansEdge }: { cleansEdge: boolean },
): Uint8Array {
  const { widthPx, heightPx } = picture;
  const alpha = new Uint8Array(widthPx * heightPx);
  const edge = createEdge(picture, subject, cleansEdge);
  const perX = subject.widthPx;
  const perY = subject.heightPx;
  for (let y = 0, at = 0; y < heightPx; y++) {
    let mx = (toPhoto.xx * 0.5 + toPhoto.xy * (y + 0.5) + toPhoto.x0) * perX;
    let my = (toPhoto.yx * 0.5 + toPhoto.yy * (y + 0.5) + toPhoto.y0) * perY;
    for (let x = 0; x < widthPx; x++, at++, mx += toPhoto.xx * perX, my += toPhoto.yx * perY) {
      const value = maskAt(subject, mx - 0.5, my - 0.5);
      if (value <= surelyOut) continue;
      if (value >= surelyIn) alpha[at] = 255;
      else alpha[at] = edge ? edge(at, value, mx, my) : value;
    }
  }
  return alpha;
}

function maskAt({ mask, widthPx, heightPx }: SubjectMask, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const x0 = left < 0 ? 0 : left >= widthPx ? widthPx - 1 : left;
  const y0 = top < 0 ? 0 : top >= heightPx ? heightPx - 1 : top;
  const x1 = x0 + 1 < widthPx && left >= 0 ? x0 + 1 : x0;
  const y1 = y0 + 1 < heightPx && top >= 0 ? y0 + 1 : y0;
  const a = mask[y0 * widthPx + x0]!;
  const b = mask[y0 * widthPx + x1]!;
  const c = mask[y1 * widthPx + x0]!;
  const d = mask[y1 * widthPx + x1]!;
  // Most of a photo is all of one kind.
  if (a === b && a === c && a === d) return a;
  const fx = x - left;
  const fy = y - top;
  const upper = a + (b - a) * fx;
  const lower = c + (d - c) * fx;
  return Math.round(upper + (lower - upper) * fy);
}

type Edge = (pixel: number, maskValue: number, xPx: number, yPx: number) => number;

function createEdge(
  { pixels }: Picture,
  { edge }: SubjectMask,
  cleansEdge: boolean,
): Edge | undefined {
  if (!edge?.subject || !edge.background) return undefined;
  const inside = new Float32Array(3);
  const outside = new Float32Array(3);
  const { subject, background } = edge;
  return (pixel, maskValue, xPx, yPx) => {
    colourAt(subject, xPx, yPx, inside);
    colourAt(background, xPx, yPx, outside);
    const part = subjectPart(pixels, pixel * 4, maskValue, inside, outside);
    if (cleansEdge && part < 255 && part > 0) clean(pixels, pixel * 4, part, inside, outside);
    return part;
  };
}

function subjectPart(
  pixels: Picture['pixels'],
  at: number,
  maskValue: number,
  inside: Float32Array,
  outside: Float32Array,
): number {
  let along = 0;
  let between = 0;
  for (let channel = 0; channel < 3; channel++) {
    const span = inside[channel]! - outside[channel]!;
    along += (pixels[at + channel]! - outside[channel]!) * span;
    between += span * span;
  }
  const byMask = clampByte((maskValue - 128) * 3 + 128);
  if (between < leastContrast * leastContrast) return byMask;
  const byColour = (255 * along) / between;
  // Deep on one side the mask has the last word.
  const least = ((maskValue - 184) * 255) / (surelyIn - 184);
  const most = ((maskValue - surelyOut) * 255) / (72 - surelyOut);
  return clampByte(Math.round(Math.min(Math.max(byColour, least), most)));
}

/** What is left of a pixel's colour without the background's part. A faint pixel says little of its
 *  own: it leans on the subject's colour beside it. */
function clean(
  pixels: Picture['pixels'],
  at: number,
  part: number,
  inside: Float32Array,
  outside: Float32Array,
): void {
  const trust = part / 255;
  for (let channel = 0; channel < 3; channel++) {
    const own = (pixels[at + channel]! - outside[channel]! * (1 - trust)) / trust;
    const mixed = own * trust + inside[channel]! * (1 - trust);
    pixels[at + channel] = clampByte(Math.round(mixed));
  }
}

const clampByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
