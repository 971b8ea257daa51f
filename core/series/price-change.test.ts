import { expect, it } from 'vitest';
import { priceChange } from './price-change.ts';

it('tells what the customer pays before and now', () => {
  expect(priceChange({ priceMinor: 2490 }, { priceMinor: 2490, salePriceMinor: 1990 })).toEqual({
    fromMinor: 2490,
    toMinor: 1990,
  });
  expect(priceChange({ priceMinor: 2490, salePriceMinor: null }, { priceMinor: 2490 })).toBe(
    undefined,
  );
});

it('a sale price that is no lower changes nothing', () => {
  expect(priceChange({ priceMinor: 2490 }, { priceMinor: 2490, salePriceMinor: 2490 })).toBe(
    undefined,
  );
});

it('tells the price a sale is compared with', () => {
  const sale = { priceMinor: 2490, salePriceMinor: 1990 };
  expect(priceChange(sale, { ...sale, priceMinor: 2990 })).toEqual({
    fromMinor: 2490,
    toMinor: 2990,
  });
});
