import type { SizePx } from './plan-photo.ts';

/** The mean colour of some of a picture's pixels, cell by cell; cells without any take their
 *  neighbours'. Colours stand in thirds: red, green, blue. */
export type ColourGrid = { cellPx: number; across: number; down: number; colours: Float32Array };

/** `pixels` RGBA; only those count whose `label` is the wanted one. Undefined when none is. */
export function colourGrid(
  pixels: Uint8Array | Uint8ClampedArray,
  { widthPx, heightPx }: SizePx,
  labels: Uint8Array,
  wanted: number,
  cellPx: number,
): ColourGrid | undefined {
  const across = Math.ceil(widthPx / cellPx);
  const down = Math.ceil(heightPx / cellPx);
  const sums = new Float32Array(across * down * 3);
  const counts = new Float32Array(across * down);
  for (let y = 0, pixel = 0; y < heightPx; y++) {
    const row = Math.floor(y / cellPx) * across;
    for (let x = 0; x < widthPx; x++, pixel++) {
      if (labels[pixel] !== wanted) continue;
      const cell = row + Math.floor(x / cellPx);
      counts[cell]! += 1;
      for (let channel = 0; channel < 3; channel++)
        sums[cell * 3 + channel]! += pixels[pixel * 4 + channel]!;
    }
  }
  if (counts.every((count) => count === 0)) return undefined;
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / 3)]!;
    if (count > 0) sums[at]! /= count;
  }
  spread(sums, counts, across, down);
  return { cellPx, across, down, colours: sums };
}

/** Empty cells take the mean of filled neighbours, ring by ring. */
function spread(colours: Float32Array, counts: Float32Array, across: number, down: number): void {
  for (let hasEmpty = true; hasEmpty;) {
    hasEmpty = false;
    const known = counts.slice();
    for (let cell = 0; cell < known.length; cell++) {
      if (known[cell]! > 0) continue;
      hasEmpty = true;
      const near = neighbours(cell, across, down).filter((one) => known[one]! > 0);
      if (near.length === 0) continue;
      counts[cell] = 1;
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (const one of near) sum += colours[one * 3 + channel]!;
        colours[cell * 3 + channel] = sum / near.length;
      }
    }
  }
}

function neighbours(cell: number, across: number, down: number): number[] {
  const x = cell % across;
  const y = (cell - x) / across;
  const found: number[] = [];
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++)
      if (x + dx >= 0 && x + dx < across && y + dy >= 0 && y + dy < down)
        found.push((y + dy) * across + x + dx);
  return found;
}

/** The grid's colour at a point of the picture, between the middles of its cells. */
export function colourAt(grid: ColourGrid, xPx: number, yPx: number, into: Float32Array): void {
  const { across, down, colours, cellPx } = grid;
  const x = Math.min(Math.max(xPx / cellPx - 0.5, 0), across - 1);
  const y = Math.min(Math.max(yPx / cellPx - 0.5, 0), down - 1);
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = Math.min(left + 1, across - 1);
  const below = Math.min(top + 1, down - 1);
  const fx = x - left;
  const fy = y - top;
  for (let channel = 0; channel < 3; channel++) {
    const upper =
      colours[(top * across + left) * 3 + channel]! * (1 - fx) +
      colours[(top * across + right) * 3 + channel]! * fx;
    const lower =
      colours[(below * across + left) * 3 + channel]! * (1 - fx) +
      colours[(below * across + right) * 3 + channel]! * fx;
    into[channel] = upper * (1 - fy) + lower * fy;
  }
}
