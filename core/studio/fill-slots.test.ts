import { describe, expect, it } from 'vitest';
import { product, shop } from '../../tests/support/shop-facts.ts';
import { fillSlots, percentOff } from './fill-slots.ts';
import { outputName } from './render-order.ts';

const photo = { id: 'a', widthPx: 1600, heightPx: 1200 };
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

describe('the words of a picture', () => {
  it('writes prices as in the shop’s country and crosses out the usual one', () => {
    const french = fillSlots(product({ salePriceMinor: 1990 }), photo, shop(), {});
    expect([plain(french.price), plain(french.oldPrice), french.percentOff]).toEqual([
      '19,90 €',
      '24,90 €',
      20,
    ]);
    const british = { ...shop(), language: 'en' as const, country: 'GB' };
    expect(fillSlots(product({ currency: 'GBP' }), photo, british, {}).price).toBe('£24.90');
  });

  it('shows one price without a lower sale price, and none when it is not wanted', () => {
    const same = fillSlots(product({ salePriceMinor: 2490 }), photo, shop(), {});
    expect(same).not.toHaveProperty('oldPrice');
    expect(fillSlots(product({}), photo, shop(), { showPrice: false })).not.toHaveProperty('price');
  });

  it('takes the title written for this picture, unless it is blank', () => {
    const titled = (title: string) =>
      fillSlots(product({}), photo, shop(), { titles: { p1: title } }).title;
    expect(titled('Arum, le blanc')).toBe('Arum, le blanc');
    expect(titled('   ')).toBe('Arum d’Éthiopie');
  });

  it('leads a QR code to the product, where it has an address', () => {
    const link = 'https://la-serre.example/arum';
    expect(fillSlots(product({ link }), photo, shop(), {}).code).toBe(link);
    expect(fillSlots(product({ link: undefined }), photo, shop(), {})).not.toHaveProperty('code');
  });

  it('says the hours of the shop, unless others were written', () => {
    const openingHours = [{ days: 'Mardi à samedi', times: '9 h – 19 h' }];
    const open = { ...shop(), openingHours };
    expect(fillSlots(product({}), photo, open, {}).hours).toEqual(openingHours);
    const own = [{ days: 'Le 24', times: '9 h – 16 h' }];
    expect(fillSlots(product({}), photo, open, { words: { hours: own } }).hours).toEqual(own);
    expect(fillSlots(product({}), photo, open, { words: { hours: [] } }).hours).toEqual(
      openingHours,
    );
    expect(fillSlots(product({}), photo, shop(), {})).not.toHaveProperty('hours');
  });

  it('never promises more off than the till gives', () => {
    expect(percentOff(1000, 801)).toBe(19);
    expect(percentOff(2490, 1990)).toBe(20);
    expect(percentOff(999, 1)).toBe(99);
  });
});

describe('names of outputs', () => {
  it.each([
    ['Arum d’Éthiopie', '1.91:1', 'Arum-d-Éthiopie-1.91x1.jpg'],
    ['../../etc/passwd', '1:1', 'etc-passwd-1x1.jpg'],
    ['***', '4:5', 'vitrine-4x5.jpg'],
  ])('%s in %s', (title, format, name) => {
    expect(outputName(title, format, 'jpg')).toBe(name);
    expect(outputName('x'.repeat(500), format, 'jpg').length).toBeLessThanOrEqual(100);
  });
});
