import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, luminance, mix, readableOn, withAlpha } from './colours.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  test('measures contrast as the accessibility guidelines do', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(luminance('#ff0000')).toBeCloseTo(0.2126, 4);
  });

  test('keeps a colour that can be read and changes one that cannot', () => {
    expect(readableOn('#F3EBDD', '#24402F')).toBe('#F3EBDD');
    expect(readableOn('#E2B04A', '#F3EBDD')).not.toBe('#E2B04A');
  });

  test('finds a readable colour on any ground', () => {
    fc.assert(
      fc.property(colour, colour, (words, ground) => {
        expect(contrast(readableOn(words, ground, 4.5), ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('mixes from one colour to the other', () => {
    expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
    expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
    expect(mix('#102030', '#304050', 0.5)).toBe('#203040');
  });

  test('writes an opacity behind the colour', () => {
    expect(withAlpha('#102030', 0.5)).toBe('#10203080');
    expect(withAlpha('#102030ff', 0)).toBe('#10203000');
  });
});
