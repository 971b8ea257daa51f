import type { PhotoMaster } from './photo-master.ts';

export type OpaquePhoto = PhotoMaster & { channels: 3 };

/** Half as wide and half as high, each pixel the mean of four: what a JPEG reader does when it decodes
 *  at half size. An odd last column or row is dropped. */
export function halfPixels({ pixels, widthPx, heightPx }: OpaquePhoto): OpaquePhoto {
  const half = { widthPx: widthPx >> 1, heightPx: heightPx >> 1, channels: 3 as const };
  const halved = Buffer.allocUnsafeSlow(half.widthPx * half.heightPx * 3);
  const rowBytes = widthPx * 3;
  for (let y = 0; y < half.heightPx; y++)
    halveRows(pixels, 2 * y * rowBytes, rowBytes, halved, y * half.widthPx * 3, half.widthPx);
  return { pixels: halved, ...half };
}

/** Two rows into one. The three colours are written out: a loop over them takes half as long again. */
function halveRows(
  from: Buffer,
  fromByte: number,
  rowBytes: number,
  to: Buffer,
  toByte: number,
  halfWidthPx: number,
): void {
  let a = fromByte;
  let b = fromByte + rowBytes;
  const end = toByte + halfWidthPx * 3;
  for (let at = toByte; at < end; at += 3, a += 6, b += 6) {
    to[at] = (from[a]! + from[a + 3]! + from[b]! + from[b + 3]! + 2) >> 2;
    to[at + 1] = (from[a + 1]! + from[a + 4]! + from[b + 1]! + from[b + 4]! + 2) >> 2;
    to[at + 2] = (from[a + 2]! + from[a + 5]! + from[b + 2]! + from[b + 5]! + 2) >> 2;
  }
}
