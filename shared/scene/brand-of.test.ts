import { expect, test } from 'vitest';
import { brandOf, type ShopLook } from './brand-of.ts';

const look: ShopLook = {
  logoText: ' ',
  colours: { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' },
};
const logo = { photoId: 'day', ratio: 3 };
const logoDark = { photoId: 'night', ratio: 2 };
const mark = { place: 'center', opacity: 0.5 } as const;

test('the shop’s name stands in for a logo in letters', () => {
  expect(brandOf(look, 'La Serre', {})).toMatchObject({ logoText: 'La Serre', logo: undefined });
  expect(brandOf({ ...look, logoText: 'Serre' }, 'La Serre', {}).logoText).toBe('Serre');
});

test('a mark is words, or the logo picture, or the logo in letters while there is no picture', () => {
  const markOf = (watermark: ShopLook['watermark'], pictures = {}) =>
    brandOf({ ...look, watermark }, 'La Serre', pictures).watermark;
  expect(markOf({ ...mark, text: '© Zoé' }, { logo })).toEqual({ ...mark, text: '© Zoé' });
  const useLogo = { ...mark, useLogo: true } as const;
  expect(markOf(useLogo, { logo, logoDark })).toEqual({ ...mark, photo: logo });
  expect(markOf(useLogo, { logoDark })).toEqual({ ...mark, photo: logoDark });
  expect(markOf({ ...useLogo, text: '© Zoé' })).toEqual({ ...mark, text: 'La Serre' });
});
