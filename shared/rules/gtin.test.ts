import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValidGtin } from './gtin.ts';

test.each(['96385074', '036000291452', '4006381333931', '00012345600012'])('takes %s', (gtin) => {
  expect(isValidGtin(gtin)).toBe(true);
});

test.each(['', '4006381333932', '400638133393', '4 006381 333931', '1234567', '400638133393x'])(
  'refuses %j',
  (gtin) => {
    expect(isValidGtin(gtin)).toBe(false);
  },
);

test('notices any one wrong digit', () => {
  fc.assert(
    fc.property(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = Array.from('4006381333931');
      digits[place] = String((Number(digits[place]) + shift) % 10);
      expect(isValidGtin(digits.join(''))).toBe(false);
    }),
  );
});
