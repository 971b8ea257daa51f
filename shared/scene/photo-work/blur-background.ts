import type { Picture } from './turn-pixels.ts';

type Planes = { across: number; down: number; shrink: number; sums: Float32Array };

/** Replaces what is not subject (`alpha` below 255) by a soft picture of the background, in place. The
 *  subject does not bleed into it. `radiusPx` is about the distance over which things melt together. */
export function blurBackground(picture: Picture, alpha: Uint8Array, radiusPx: number): void {
  const shrink = Math.max(1, Math.floor(radiusPx / 3));
  const small = shrinkBackground(picture, alpha, shrink);
  const reach = Math.max(1, Math.round(radiusPx / shrink / 1.7));
  for (let pass = 0; pass < 3; pass++) {
    boxBlur(small.sums, small.across, small.down, 4, small.across * 4, reach);
    boxBlur(small.sums, small.down, small.across, small.across * 4, 4, reach);
  }
  layBehind(picture, alpha, small);
}

/** Cells of red, green, blue, each times how much background it is, and that weight. */
function shrinkBackground(
  { pixels, widthPx, heightPx }: Picture,
  alpha: Uint8Array,
  shrink: number,
): Planes {
  const across = Math.ceil(widthPx / shrink);
  const down = Math.ceil(heightPx / shrink);
  const sums = new Float32Array(across * down * 4);
  for (let y = 0, pixel = 0; y < heightPx; y++) {
    const row = Math.floor(y / shrink) * across;
    for (let x = 0; x < widthPx; x++, pixel++) {
      const cell = (row + Math.floor(x / shrink)) * 4;
      // Never nothing: the middle of a large subject has a colour too.
      const weight = 255.01 - alpha[pixel]!;
      sums[cell]! += pixels[pixel * 4]! * weight;
      sums[cell + 1]! += pixels[pixel * 4 + 1]! * weight;
      sums[cell + 2]! += pixels[pixel * 4 + 2]! * weight;
      sums[cell + 3]! += weight;
    }
  }
  return { across, down, shrink, sums };
}

/** Running means along lines of `count` cells, `step` apart; lines are `line` apart. */
function boxBlur(
  sums: Float32Array,
  count: number,
  lines: number,
  step: number,
  line: number,
  reach: number,
): void {
  const kept = new Float32Array(count);
  const last = count - 1;
  const clamp = (at: number) => (at < 0 ? 0 : at > last ? last : at);
  for (let one = 0; one < lines; one++)
    for (let channel = 0; channel < 4; channel++) {
      const start = one * line + channel;
      for (let at = 0; at < count; at++) kept[at] = sums[start + at * step]!;
      let sum = 0;
      for (let at = -reach; at <= reach; at++) sum += kept[clamp(at)]!;
      for (let at = 0; at < count; at++) {
        sums[start + at * step] = sum / (2 * reach + 1);
        sum += kept[clamp(at + reach + 1)]! - kept[clamp(at - reach)]!;
      }
    }
}

function layBehind({ pixels, widthPx, heightPx }: Picture, alpha: Uint8Array, small: Planes): void {
  const { across, down, shrink, sums } = small;
  for (let y = 0, pixel = 0; y < heightPx; y++) {
    const cellY = Math.min(Math.max((y + 0.5) / shrink - 0.5, 0), down - 1);
    const top = Math.floor(cellY);
    const upper = top * across;
    const lower = Math.min(top + 1, down - 1) * across;
    const fy = cellY - top;
    for (let x = 0; x < widthPx; x++, pixel++) {
      const part = alpha[pixel]!;
      if (part === 255) continue;
      const cellX = Math.min(Math.max((x + 0.5) / shrink - 0.5, 0), across - 1);
      const left = Math.floor(cellX);
      const right = Math.min(left + 1, across - 1);
      const fx = cellX - left;
      const a = (1 - fx) * (1 - fy);
      const b = fx * (1 - fy);
      const c = (1 - fx) * fy;
      const d = fx * fy;
      const at = [(upper + left) * 4, (upper + right) * 4, (lower + left) * 4, (lower + right) * 4];
      const mix = (channel: number) =>
        a * sums[at[0]! + channel]! +
        b * sums[at[1]! + channel]! +
        c * sums[at[2]! + channel]! +
        d * sums[at[3]! + channel]!;
      const weight = mix(3);
      for (let channel = 0; channel < 3; channel++) {
        const behind = mix(channel) / weight;
        const own = pixels[pixel * 4 + channel]!;
        pixels[pixel * 4 + channel] = Math.round(behind + ((own - behind) * part) / 255);
      }
    }
  }
}
