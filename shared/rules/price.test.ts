import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from './money.ts';
import { detectDecimalMark, parsePrice, priceFieldText } from './price.ts';

describe('parsePrice', () => {
  test.each([
    ['12,90 €', 1290],
    ['€12.90', 1290],
    ['€ 12,90', 1290],
    ['12.90 EUR', 1290],
    ['12,90\u00a0€', 1290],
    ['12,90 € TTC', 1290],
    ['1.299,00', 129900],
    ['1,299.00', 129900],
    ['1 299,00', 129900],
    ['1\u202f299,00 €', 129900],
    ["1'299.50", 129950],
    ['1’299.–', 129900],
    ['1.234.567', 123456700],
    ['12.9', 1290],
    ['5', 500],
    ['5.-', 500],
    ['0', 0],
    ['0.125000', undefined],
    ['12.900000', 1290],
    [',50', 50],
    ['+3', 300],
    ['１２，９０', 1290],
  ])('reads %s', (text, minorUnits) => {
    const parsed = parsePrice(text, 'EUR');
    if (minorUnits === undefined) expect(parsed).toMatchObject({ ok: false });
    else expect(parsed).toEqual({ ok: true, minorUnits });
  });

  test.each([
    ['', 'price-missing'],
    ['   ', 'price-missing'],
    ['12,9O', 'price-letter'],
    ['l2.90', 'price-letter'],
    ['-1', 'price-negative'],
    ['−1,50', 'price-negative'],
    ['(12,90)', 'price-negative'],
    ['NaN', 'price-unreadable'],
    ['1e9', 'price-unreadable'],
    ['Infinity', 'price-unreadable'],
    ['=1+2', 'price-unreadable'],
    ["=cmd|' /C calc'!A0", 'price-unreadable'],
    ['12 90', 'price-unreadable'],
    ['1,23,4', 'price-unreadable'],
    ['sur demande', 'price-unreadable'],
    ['12,90 / 14,90', 'price-unreadable'],
    ['1.299', 'price-ambiguous'],
    ['1,299', 'price-ambiguous'],
    ['12,999', 'price-ambiguous'],
    ['1234,999', 'price-too-precise'],
    ['99999999999999', 'price-too-large'],
  ])('refuses %s as %s', (text, code) => {
    expect(parsePrice(text, 'EUR')).toMatchObject({ ok: false, code });
  });

  test('names the foreign currency it refuses', () => {
    expect(parsePrice('CHF 5', 'EUR')).toEqual({
      ok: false,
      code: 'price-currency',
      currency: 'CHF',
    });
    expect(parsePrice('5 Fr.', 'EUR')).toMatchObject({ code: 'price-currency', currency: 'CHF' });
    expect(parsePrice('$5', 'EUR')).toMatchObject({ code: 'price-currency', currency: '$' });
    expect(parsePrice('CHF 5', 'CHF')).toEqual({ ok: true, minorUnits: 500 });
    expect(parsePrice('$5.20', 'CAD')).toEqual({ ok: true, minorUnits: 520 });
  });

  test('settles the ambiguous with the mark of the file', () => {
    expect(parsePrice('1.299', 'EUR', ',')).toEqual({ ok: true, minorUnits: 129900 });
    expect(parsePrice('1.299', 'EUR', '.')).toMatchObject({ code: 'price-too-precise' });
    expect(parsePrice('1.290', 'EUR', '.')).toEqual({ ok: true, minorUnits: 129 });
    expect(parsePrice('12.90', 'EUR', ',')).toEqual({ ok: true, minorUnits: 1290 });
  });

  test('knows currencies of no and of three digits', () => {
    expect(parsePrice('1.500', 'TND')).toEqual({ ok: true, minorUnits: 1500 });
    expect(parsePrice('500', 'JPY')).toEqual({ ok: true, minorUnits: 500 });
    expect(parsePrice('5.50', 'JPY')).toMatchObject({ code: 'price-too-precise' });
  });

  test('reads back every amount in every usual spelling', () => {
    const spelling = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replace('.', ','),
      (text: string) => `${text.replace('.', ',')} €`,
      (text: string) => `€${text}`,
      (text: string) => `${text} EUR`,
      (text: string) => `${grouped(text, ' ')}`.replace('.', ','),
      (text: string) => grouped(text, '.').replace(/\.(\d\d)$/, ',$1'),
      (text: string) => grouped(text, ','),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), spelling, (minorUnits, write) => {
        const parsed = parsePrice(write(decimalText(minorUnits, 'EUR')), 'EUR');
        expect(parsed).toEqual({ ok: true, minorUnits });
      }),
    );
  });

  test('never throws and never answers anything but whole minor units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parsePrice(text, 'EUR');
        if (parsed.ok) expect(Number.isSafeInteger(parsed.minorUnits)).toBe(true);
      }),
    );
  });
});

describe('detectDecimalMark', () => {
  test('hears what the clear prices say', () => {
    expect(detectDecimalMark(['1.299', '12,90'])).toBe(',');
    expect(detectDecimalMark(['1,299', '12.90'])).toBe('.');
    expect(detectDecimalMark(['1.299,00 €'])).toBe(',');
  });
  test('says nothing without evidence or with both', () => {
    expect(detectDecimalMark(['1.299', '5', ''])).toBeUndefined();
    expect(detectDecimalMark(['12.90', '12,90'])).toBeUndefined();
  });
});

test('writes a price for its field', () => {
  expect(priceFieldText(2490, 'EUR', ',')).toBe('24,90');
  expect(priceFieldText(500, 'JPY', ',')).toBe('500');
});

function grouped(text: string, mark: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, mark)}.${decimals}`;
}
