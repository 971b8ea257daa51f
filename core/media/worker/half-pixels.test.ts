import { describe, expect, it } from 'vitest';
import { halfPixels, type OpaquePhoto } from './half-pixels.ts';

function photoOf(widthPx: number, heightPx: number, bytes: number[]): OpaquePhoto {
  return { pixels: Buffer.from(bytes), widthPx, heightPx, channels: 3 };
}

describe('halving a photo', () => {
  it('makes each pixel the rounded mean of four, colour by colour', () => {
    const photo = photoOf(2, 2, [0, 10, 255, 0, 20, 255, 1, 30, 255, 1, 40, 255]);
    const half = halfPixels(photo);
    expect([...half.pixels]).toEqual([1, 25, 255]);
    expect(half).toMatchObject({ widthPx: 1, heightPx: 1, channels: 3 });
  });

  it('keeps rows and columns in their places', () => {
    const grey = [
      [10, 10, 90, 90],
      [10, 10, 90, 90],
      [50, 50, 70, 70],
      [50, 50, 70, 70],
    ].flatMap((row) => row.flatMap((value) => [value, value, value]));
    const half = halfPixels(photoOf(4, 4, grey));
    expect([...half.pixels].filter((_, at) => at % 3 === 0)).toEqual([10, 90, 50, 70]);
  });

  it('drops an odd last column and row', () => {
    const odd = photoOf(
      3,
      3,
      Array.from({ length: 27 }, () => 7),
    );
    expect(halfPixels(odd)).toMatchObject({
      widthPx: 1,
      heightPx: 1,
      pixels: Buffer.from([7, 7, 7]),
    });
  });
});
