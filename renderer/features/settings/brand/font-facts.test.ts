import { expect, test } from 'vitest';
import { fontFacts, weightName } from './font-facts.ts';

test.each([
  [100, 'thin'],
  [300, 'light'],
  [400, 'regular'],
  [500, 'medium'],
  [600, 'semibold'],
  [700, 'bold'],
  [900, 'black'],
  [1000, 'black'],
])('%i is %s', (weight, name) => expect(weightName(weight)).toBe(name));

test('says weight, slant and size', () => {
  const say = (key: string) => key.replace('ownFonts.', '');
  const bytes = (size: number) => `${size} o`;
  const font = { weight: 500, style: 'italic', sizeBytes: 64_000 } as const;
  expect(fontFacts(font, say, { bytes })).toBe('weight.medium, italic · 64000 o');
  expect(fontFacts({ ...font, style: 'normal' }, say, { bytes })).toBe('weight.medium · 64000 o');
});
