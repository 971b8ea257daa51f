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

test('the shop’s name stands in for a logo in letters', () => {
  expect(brandOfKit(kit, 'La Serre')).toMatchObject({ logoText: 'La Serre', logo: undefined });
  expect(brandOfKit({ ...kit, logoText: 'Serre' }, 'La Serre').logoText).toBe('Serre');
});

test('both logos are named as the pictures they are', () => {
  const brand = brandOfKit({ ...kit, logo, logoDark: { ...logo, assetId: 'l2' } }, 'La Serre');
  expect(brand.logo).toEqual({ photoId: 'l1', ratio: 2 });
  expect(brand.logoDark).toEqual({ photoId: 'l2', ratio: 2 });
});
