const windowPx = 8;
/** Half a window: each place is looked at in several. */
const stepPx = 4;
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/** How alike two pictures of raw RGBA are to an eye (SSIM of their light, in windows of 8 × 8): 1 for the
 *  same. */
export function likeness(a: Uint8Array, b: Uint8Array, widthPx: number): number {
  const [lightA, lightB] = [lightOf(a), lightOf(b)];
  const heightPx = lightA.length / widthPx;
  let [sum, windows] = [0, 0];
  for (let top = 0; top + windowPx <= heightPx; top += stepPx)
    for (let left = 0; left + windowPx <= widthPx; left += stepPx) {
      sum += windowLikeness(lightA, lightB, top * widthPx + left, widthPx);
      windows++;
    }
  return sum / windows;
}

function lightOf(rgba: Uint8Array): Float32Array {
  return Float32Array.from({ length: rgba.length / 4 }, (_, index) => {
    const at = index * 4;
    return 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
  });
}

function windowLikeness(a: Float32Array, b: Float32Array, from: number, widthPx: number): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let y = 0; y < windowPx; y++)
    for (let x = 0; x < windowPx; x++) {
      const at = from + y * widthPx + x;
      const [one = 0, other = 0] = [a[at], b[at]];
      sumA += one;
      sumB += other;
      squaresA += one * one;
      squaresB += other * other;
      products += one * other;
    }
  const count = windowPx * windowPx;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const spread = squaresA / count - meanA * meanA + (squaresB / count - meanB * meanB);
  const together = products / count - meanA * meanB;
  const light = (2 * meanA * meanB + c1) / (meanA * meanA + meanB * meanB + c1);
  return (light * (2 * together + c2)) / (spread + c2);
}
