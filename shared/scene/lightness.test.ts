import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, mix } from './colours.ts';
import { lightnessOf, veilAlpha } from './lightness.ts';

function plain(red: number, green: number, blue: number, count: number): number[] {
  return Array.from({ length: count }, () => [red, green, blue, 255]).flat();
}

describe('lightness', () => {
  test('is 1 for a white photo and 0 for a black one', () => {
    expect(lightnessOf(Uint8Array.from(plain(255, 255, 255, 50)))).toBeCloseTo(1, 5);
    expect(lightnessOf(Uint8Array.from(plain(0, 0, 0, 50)))).toBe(0);
  });

  test('looks past a few bright specks but not past a bright sky', () => {
    const speck = [...plain(10, 10, 10, 99), ...plain(255, 255, 255, 1)];
    const sky = [...plain(10, 10, 10, 70), ...plain(255, 255, 255, 30)];
    expect(lightnessOf(Uint8Array.from(speck))).toBeLessThan(0.01);
    expect(lightnessOf(Uint8Array.from(sky))).toBeCloseTo(1, 5);
  });

  test('takes a photo without pixels for white', () => {
    expect(lightnessOf(new Uint8Array())).toBe(1);
  });
});

describe('the veil', () => {
  test('makes white words readable on a photo of any lightness', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (grey) => {
        const photo = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
        const lightness = lightnessOf(Uint8Array.from(plain(grey, grey, grey, 4)));
        const alpha = veilAlpha('#FFFFFF', '#141812', lightness, 0);
        expect(contrast('#FFFFFF', mix(photo, '#141812', alpha))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('is thinner on a dark photo, and as thick as for white on an unknown one', () => {
    const dark = veilAlpha('#FFFFFF', '#141812', 0.1);
    const white = veilAlpha('#FFFFFF', '#141812', 1);
    expect(dark).toBeLessThan(white);
    expect(veilAlpha('#FFFFFF', '#141812', undefined)).toBe(white);
  });
});
