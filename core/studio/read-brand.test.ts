import { expect, test } from 'vitest';
import { defaultBrand, shop } from '../../tests/support/shop-facts.ts';
import type { AssetFact, BrandFact } from '../../shared/facts.ts';
import { readBrand } from './read-brand.ts';

const asset = (id: string, widthPx: number) =>
  ({ id, kind: 'photo', widthPx, heightPx: 100 }) as AssetFact;
const assets = new Map([asset('day', 300), asset('night', 200)].map((one) => [one.id, one]));
const read = (brand: Partial<BrandFact>) =>
  readBrand({ ...shop(), brand: { ...defaultBrand, ...brand } }, (id) => assets.get(id));

test('the shop’s name stands where there is no logo text, and a lost logo is left out', () => {
  const { brand, logos } = read({ logoText: ' ', logoAssetId: 'gone' });
  expect(brand).toMatchObject({ logoText: 'La Serre', logo: undefined, logoDark: undefined });
  expect(logos).toEqual([]);
});

test('logos come with their ratios and as pictures to be loaded', () => {
  const { brand, logos } = read({ logoAssetId: 'day', logoDarkAssetId: 'night' });
  expect(brand.logo).toEqual({ photoId: 'day', ratio: 3 });
  expect(brand.logoDark).toEqual({ photoId: 'night', ratio: 2 });
  expect(logos.map(({ id }) => id)).toEqual(['day', 'night']);
});

test('a watermark is the logo picture where it is to be, else words', () => {
  const mark = { place: 'center', opacity: 0.3 } as const;
  const watermark = { ...mark, useLogo: true as const };
  expect(read({ logoAssetId: 'day', watermark }).brand.watermark).toEqual({
    ...mark,
    photo: { photoId: 'day', ratio: 3 },
  });
  expect(read({ logoText: 'Serre', watermark }).brand.watermark).toEqual({
    ...mark,
    text: 'Serre',
  });
  expect(read({ watermark: { ...mark, text: '© Zoé' } }).brand.watermark?.text).toBe('© Zoé');
});
