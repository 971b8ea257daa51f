import { describe, expect, test } from 'vitest';
import { loadChosenFonts } from '../../../tests/support/scene-samples.ts';
import { shippedFamilies } from '../font-families.ts';
import { measureText, widthOf } from '../measure-text.ts';
import { widthEm } from './letter-widths.ts';

const fonts = loadChosenFonts();
const texts = [
  'Hibiscus rouge',
  'Grande jardinière suspendue en terre cuite émaillée à la main',
  '1 249,00 €',
  'Blumenübertopfuntersetzer',
];

describe.each(shippedFamilies)('the widths of $family', ({ family }) => {
  test('foretell how wide words are in it', () => {
    for (const text of texts) {
      const font = { family, weight: 500 } as const;
      const measured = measureText(text, { font, tabular: false, letterSpacingEm: 0 }, fonts);
      const real = widthOf(measured, 0, text.length);
      expect(widthEm(text, font) / real, text).toBeGreaterThan(0.96);
      expect(widthEm(text, font) / real, text).toBeLessThan(1.1);
    }
  });
});
