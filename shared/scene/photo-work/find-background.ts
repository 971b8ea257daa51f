// Finds the background of a photo by its colour: what the edge of the photo shows, and everything that
// goes over into it without a step. It knows nothing of things; before a busy background it says so.
import { borderColour } from './border-colour.ts';
import { colourAt, colourGrid, type ColourGrid } from './colour-grid.ts';
import type { SizePx } from './plan-photo.ts';
import { dropSpecks } from './drop-specks.ts';
import type { Picture } from './turn-pixels.ts';

/** Photos are looked at no larger than this: edges are made fine where they are drawn. */
export const analysisSidePx = 768;

export type FoundBackground = SizePx & {
  /** 255 for the subject, 0 for the background, with soft edges. */
  mask: Uint8Array;
  subject: ColourGrid | undefined;
  background: ColourGrid | undefined;
  /** One even colour, found nearly all around: the mask can be trusted. */
  isPlain: boolean;
};

const backgroundLabel = 1;
const subjectLabel = 2;
const cellPx = 24;
const plainShare = 0.6;
const plainScatter = 12;

/** The size at which a photo is looked at. */
export function analysisSize({ widthPx, heightPx }: SizePx): SizePx {
  const scale = Math.min(1, analysisSidePx / Math.max(widthPx, heightPx));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}

/** `picture` is the whole photo at its analysis size; `reach` 0 to 100 is how far from the background's
 *  colour still counts as it. */
export function findBackground(picture: Picture, reach = 50): FoundBackground {
  const { widthPx, heightPx } = picture;
  const size = { widthPx, heightPx };
  const border = borderColour(picture);
  const calm = calmed(picture);
  const labels = new Uint8Array(widthPx * heightPx).fill(subjectLabel);
  let background: ColourGrid | undefined;
  if (border) {
    const tolerance = toleranceOf(reach);
    flood(calm, size, labels, tolerance, (xPx, yPx, into) => {
      for (let channel = 0; channel < 3; channel++) {
        const [start, perWidth, perHeight] = border.planes[channel] ?? [0, 0, 0];
        into[channel] = start + (perWidth * xPx) / widthPx + (perHeight * yPx) / heightPx;
      }
    });
    // Again, by what was found: light that falls off in its own way is followed.
    background = colourGrid(calm, size, labels, backgroundLabel, cellPx);
    if (background) {
      const grid = background;
      labels.fill(subjectLabel);
      flood(calm, size, labels, tolerance, (xPx, yPx, into) => colourAt(grid, xPx, yPx, into));
    }
  }
  dropSpecks(labels, size, subjectLabel, backgroundLabel);
  return finished(picture, labels, {
    share: border?.share ?? 0,
    scatter: border?.scatter ?? 255,
  });
}

function finished(
  picture: Picture,
  labels: Uint8Array,
  border: { share: number; scatter: number },
): FoundBackground {
  const { widthPx, heightPx, pixels } = picture;
  const size = { widthPx, heightPx };
  const mask = soften(
    labels.map((label) => (label === subjectLabel ? 255 : 0)),
    size,
  );
  // Only what is surely one or the other speaks for its colour.
  const sure = mask.map((value) => (value > 250 ? subjectLabel : value < 5 ? backgroundLabel : 0));
  const backgroundCount = labels.reduce((sum, one) => sum + (one === backgroundLabel ? 1 : 0), 0);
  const backgroundShare = backgroundCount / labels.length;
  return {
    ...size,
    mask,
    subject: colourGrid(pixels, size, sure, subjectLabel, cellPx / 2),
    background: colourGrid(pixels, size, sure, backgroundLabel, cellPx),
    isPlain:
      border.share >= plainShare &&
      border.scatter <= plainScatter &&
      backgroundShare > 0.05 &&
      backgroundShare < 0.985,
  };
}

const toleranceOf = (reach: number): number =>
  reach <= 50 ? 8 + (reach / 50) * 22 : 30 + ((reach - 50) / 50) * 50;

type ColourOf = (xPx: number, yPx: number, into: Float32Array) => void;

/** Marks what is reached from the edge over pixels near the colour that is expected there. */
function flood(
  pixels: Uint8Array,
  { widthPx, heightPx }: SizePx,
  labels: Uint8Array,
  tolerance: number,
  colourOf: ColourOf,
): void {
  const queue = new Int32Array(widthPx * heightPx);
  const wanted = new Float32Array(3);
  let end = 0;
  const visit = (pixel: number, xPx: number, yPx: number) => {
    if (labels[pixel] !== subjectLabel) return;
    colourOf(xPx + 0.5, yPx + 0.5, wanted);
    if (unlike(pixels, pixel * 4, wanted) > tolerance * tolerance) return;
    labels[pixel] = backgroundLabel;
    queue[end++] = pixel;
  };
  for (let x = 0; x < widthPx; x++) {
    visit(x, x, 0);
    visit((heightPx - 1) * widthPx + x, x, heightPx - 1);
  }
  for (let y = 0; y < heightPx; y++) {
    visit(y * widthPx, 0, y);
    visit(y * widthPx + widthPx - 1, widthPx - 1, y);
  }
  for (let at = 0; at < end; at++) {
    const pixel = queue[at]!;
    const x = pixel % widthPx;
    const y = (pixel - x) / widthPx;
    if (x > 0) visit(pixel - 1, x - 1, y);
    if (x < widthPx - 1) visit(pixel + 1, x + 1, y);
    if (y > 0) visit(pixel - widthPx, x, y - 1);
    if (y < heightPx - 1) visit(pixel + widthPx, x, y + 1);
  }
}

/** Square of the distance: colour counts fully, and so does what is lighter; what is only darker may be
 *  the subject's shadow and counts for less. */
function unlike(pixels: Uint8Array, at: number, wanted: Float32Array): number {
  const red = pixels[at]! - wanted[0]!;
  const green = pixels[at + 1]! - wanted[1]!;
  const blue = pixels[at + 2]! - wanted[2]!;
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const weighed = light < 0 ? light * 0.6 : light;
  const redMore = red - light;
  const blueMore = blue - light;
  return weighed * weighed + 1.5 * (redMore * redMore + blueMore * blueMore);
}

/** Each pixel the mean of nine: grain does not stop the flood. */
function calmed({ pixels, widthPx, heightPx }: Picture): Uint8Array {
  const calm = new Uint8Array(pixels.length).fill(255);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const above = (y > 0 ? y - 1 : y) * widthPx;
    const below = (y < heightPx - 1 ? y + 1 : y) * widthPx;
    for (let x = 0; x < widthPx; x++, at += 4) {
      const left = x > 0 ? x - 1 : x;
      const right = x < widthPx - 1 ? x + 1 : x;
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (const row of [above, y * widthPx, below])
          sum +=
            pixels[(row + left) * 4 + channel]! +
            pixels[(row + x) * 4 + channel]! +
            pixels[(row + right) * 4 + channel]!;
        calm[at + channel] = sum / 9;
      }
    }
  }
  return calm;
}

/** Means of 5 × 5, one way after the other. */
function soften(mask: Uint8Array, { widthPx, heightPx }: SizePx): Uint8Array {
  const along = (from: Uint8Array, count: number, lines: number, step: number, line: number) => {
    const to = new Uint8Array(from.length);
    for (let one = 0; one < lines; one++)
      for (let at = 0; at < count; at++) {
        let sum = 0;
        for (let by = -2; by <= 2; by++)
          sum += from[one * line + Math.min(Math.max(at + by, 0), count - 1) * step]!;
        to[one * line + at * step] = Math.round(sum / 5);
      }
    return to;
  };
  return along(along(mask, widthPx, heightPx, 1, widthPx), heightPx, widthPx, widthPx, 1);
}
