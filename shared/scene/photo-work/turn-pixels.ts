import type { Affine, PhotoPlan, SizePx } from './plan-photo.ts';

/** RGBA, row by row from the top left. */
export type Picture = SizePx & { pixels: Uint8Array | Uint8ClampedArray };

/** Brings a scaled cut upright as planned: quarter turns as they are, a tilt by cubic filtering. */
export function turnAsPlanned(cut: Picture, plan: PhotoPlan): Picture {
  const turned = turnPixels(cut, plan.turnDeg);
  return plan.straighten ? tiltPixels(turned, plan.straighten, plan.size) : turned;
}

/** Clockwise; no pixel changes. */
export function turnPixels(picture: Picture, turnDeg: PhotoPlan['turnDeg']): Picture {
  if (turnDeg === 0) return picture;
  const { widthPx, heightPx } = picture;
  const from = words(picture.pixels);
  const to = new Uint32Array(widthPx * heightPx);
  const lies = turnDeg !== 180;
  // Where a step to the right and a step down in the old picture lead in the new one.
  const stepX = turnDeg === 90 ? heightPx : turnDeg === 270 ? -heightPx : -1;
  const stepY = turnDeg === 90 ? -1 : turnDeg === 270 ? 1 : -widthPx;
  const start =
    turnDeg === 90 ? heightPx - 1 : turnDeg === 270 ? (widthPx - 1) * heightPx : to.length - 1;
  for (let y = 0, at = 0; y < heightPx; y++)
    for (let x = 0, into = start + y * stepY; x < widthPx; x++, at++, into += stepX)
      to[into] = from[at]!;
  return {
    pixels: new Uint8ClampedArray(to.buffer),
    widthPx: lies ? heightPx : widthPx,
    heightPx: lies ? widthPx : heightPx,
  };
}

/** Four bytes at once; copied where they do not lie on a whole word. */
function words(pixels: Picture['pixels']): Uint32Array {
  const whole = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.byteLength >> 2);
}

/** Parts of a pixel that the filter tells apart, and what its weights add up to. */
const phases = 64;
const whole = 1024;

/** Catmull-Rom: passes through the pixels, so that what is not moved stays sharp. */
const cubic: Int16Array = makeCubic();

function makeCubic(): Int16Array {
  const table = new Int16Array(phases * 4);
  for (let phase = 0; phase < phases; phase++) {
    const t = phase / phases;
    const before = Math.round((whole * (-t * t * t + 2 * t * t - t)) / 2);
    const here = Math.round((whole * (3 * t * t * t - 5 * t * t + 2)) / 2);
    const after = Math.round((whole * (t * t * t - t * t)) / 2);
    table.set([before, here, whole - before - here - after, after], phase * 4);
  }
  return table;
}

/** Takes each wanted pixel from where `map` says it lies. Beyond the edge the edge goes on. */
export function tiltPixels(from: Picture, map: Affine, size: SizePx): Picture {
  const to = new Uint8ClampedArray(size.widthPx * size.heightPx * 4);
  const columns = new Int32Array(4);
  for (let y = 0, at = 0; y < size.heightPx; y++) {
    let fromX = map.xx * 0.5 + map.xy * (y + 0.5) + map.x0 - 0.5;
    let fromY = map.yx * 0.5 + map.yy * (y + 0.5) + map.y0 - 0.5;
    for (let x = 0; x < size.widthPx; x++, at += 4, fromX += map.xx, fromY += map.yx)
      samplePixel(from, fromX, fromY, to, at, columns);
  }
  return { pixels: to, ...size };
}

function samplePixel(
  { pixels, widthPx, heightPx }: Picture,
  x: number,
  y: number,
  to: Uint8ClampedArray,
  at: number,
  columns: Int32Array,
): void {
  const stepX = Math.floor(x * phases);
  const stepY = Math.floor(y * phases);
  const weightX = (stepX & (phases - 1)) * 4;
  const weightY = (stepY & (phases - 1)) * 4;
  const leftPx = Math.floor(stepX / phases) - 1;
  const topPx = Math.floor(stepY / phases) - 1;
  for (let i = 0; i < 4; i++) columns[i] = clamp(leftPx + i, widthPx - 1) * 4;
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (let j = 0; j < 4; j++) {
    const row = clamp(topPx + j, heightPx - 1) * widthPx * 4;
    const rowWeight = cubic[weightY + j]!;
    for (let i = 0; i < 4; i++) {
      const weight = rowWeight * cubic[weightX + i]!;
      const pixel = row + columns[i]!;
      red += weight * pixels[pixel]!;
      green += weight * pixels[pixel + 1]!;
      blue += weight * pixels[pixel + 2]!;
      alpha += weight * pixels[pixel + 3]!;
    }
  }
  const unit = whole * whole;
  to[at] = red / unit;
  to[at + 1] = green / unit;
  to[at + 2] = blue / unit;
  to[at + 3] = alpha / unit;
}

const clamp = (value: number, max: number): number => (value < 0 ? 0 : value > max ? max : value);
