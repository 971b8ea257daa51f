import { expect, test } from 'vitest';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { brandOfKit } from './kit-brand.ts';

const kit: Kit = {
  shopId: 'first',
  inherited: false,
  logoText: ' ',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
  advice: [],
  families: [],
  fontPairs: [],
};
const logo = { assetId: 'l1', url: '/media/l1', ratio: 2 };
const mark = { place: 'center', opacity: 0.5 } as const;

test('the shop’s name stands in for a logo in letters', () => {
  expect(brandOfKit(kit, 'La Serre')).toMatchObject({ logoText: 'La Serre', logo: undefined });
  expect(brandOfKit({ ...kit, logoText: 'Serre' }, 'La Serre').logoText).toBe('Serre');
});

test('both logos are named as the pictures they are', () => {
  const brand = brandOfKit({ ...kit, logo, logoDark: { ...logo, assetId: 'l2' } }, 'La Serre');
  expect(brand.logo).toEqual({ photoId: 'l1', ratio: 2 });
  expect(brand.logoDark).toEqual({ photoId: 'l2', ratio: 2 });
});

test('a mark is words, or the logo picture, or the logo in letters while there is no picture', () => {
  const markOf = (watermark: NonNullable<Kit['watermark']>, more: Partial<Kit> = {}) =>
    brandOfKit({ ...kit, ...more, watermark }, 'La Serre').watermark;
  expect(markOf({ ...mark, text: 'serre.example' })).toEqual({ ...mark, text: 'serre.example' });
  const photo = { photoId: 'l1', ratio: 2 };
  expect(markOf({ ...mark, useLogo: true }, { logo })).toEqual({ ...mark, photo });
  expect(markOf({ ...mark, useLogo: true })).toEqual({ ...mark, text: 'La Serre' });
});
