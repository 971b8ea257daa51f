import { describe, expect, it } from 'vitest';
import { captionFields } from './caption-fields.ts';
import { parseCaption, quotesPrice, writeCaption } from './caption-template.ts';

const shop = { name: 'La Serre', language: 'fr', country: 'FR' };
const arum = {
  title: 'Arum d’Éthiopie',
  description: 'Blanc pur.',
  sku: 'ARU-1',
  stock: 4,
  priceMinor: 2490,
  currency: 'EUR',
  link: 'https://serre.example/arum',
};
const fields = captionFields(arum, shop, '#fleurs');
const onSale = captionFields({ ...arum, salePriceMinor: 1990 }, shop, '');

describe('writing', () => {
  it('fills every field as the shop writes it', () => {
    expect(writeCaption('{title} – {price} {link} {hashtags} {sku} {stock} {shop}', fields)).toBe(
      'Arum d’Éthiopie – 24,90\u00a0€ https://serre.example/arum #fleurs ARU-1 4 La Serre',
    );
  });

  it('writes an optional part only when all its fields have something', () => {
    const template = '{price}[ au lieu de {old_price} ({discount})]';
    expect(writeCaption(template, fields)).toBe('24,90\u00a0€');
    expect(writeCaption(template, onSale)).toBe(
      '19,90\u00a0€ au lieu de 24,90\u00a0€ (−20\u00a0%)',
    );
  });

  it('closes the gap of lines and blanks that fell away', () => {
    const bare = captionFields({ ...arum, link: undefined, description: '', stock: 0 }, shop, '');
    expect(writeCaption('{title}\n\n{description}\n\n{hashtags}\n\n{shop}', bare)).toBe(
      'Arum d’Éthiopie\n\nLa Serre',
    );
    expect(writeCaption('{title} {stock} {shop}', bare)).toBe('Arum d’Éthiopie La Serre');
  });

  it('keeps doubled braces and brackets as single ones', () => {
    expect(writeCaption('{{title}} [[{sku}]]', fields)).toBe('{title} [ARU-1]');
  });

  it('never reads a field inside the words of a product', () => {
    const odd = captionFields({ ...arum, title: 'Pot {price} [x]' }, shop, '');
    expect(writeCaption('{title}', odd)).toBe('Pot {price} [x]');
  });
});

describe('prices', () => {
  it('are exact in every currency', () => {
    const yen = captionFields({ ...arum, priceMinor: 1980, currency: 'JPY' }, shop, '');
    expect(yen.price).toMatch(/^1\s980\s(JPY|¥|JP¥)$/u);
    const large = captionFields({ ...arum, priceMinor: 900_719_925_474_099 }, shop, '');
    expect(large.price.replace(/\s/gu, '')).toBe('9007199254740,99€');
    const swiss = { name: 'x', language: 'fr', country: 'CH' };
    expect(captionFields({ ...arum, currency: 'CHF' }, swiss, '').price).toContain('24.90');
  });

  it('a sale price that is no lower is none', () => {
    expect(captionFields({ ...arum, salePriceMinor: 2490 }, shop, '').old_price).toBe('');
  });

  it('a template that quotes none is known', () => {
    expect(quotesPrice('{title}[ {discount}]')).toBe(true);
    expect(quotesPrice('{title} {{price}}')).toBe(false);
  });
});

describe('what is wrong', () => {
  it('tells an unknown field with its place, and leaves it in the text', () => {
    const text = 'Voici {titre} à {price}';
    expect(parseCaption(text).problems).toEqual([{ code: 'field-unknown', at: 6, name: 'titre' }]);
    expect(writeCaption(text, fields)).toContain('{titre}');
  });

  it('tells an open brace, an open bracket and one inside another', () => {
    expect(parseCaption('a {title').problems).toEqual([{ code: 'brace-open', at: 2, name: '' }]);
    expect(parseCaption('a [b').problems).toEqual([{ code: 'bracket-open', at: 2, name: '' }]);
    expect(parseCaption('[a [b]').problems).toEqual([{ code: 'bracket-nested', at: 3, name: '' }]);
  });

  it('never fails, whatever is typed, and says nothing for text without signs', () => {
    const signs = ['{', '}', '[', ']', 'title', ' ', '\n', 'é', '{price}'];
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let run = 0; run < 2_000; run++) {
      const text = Array.from({ length: next() % 12 }, () => signs[next() % signs.length]).join('');
      const { problems } = parseCaption(text);
      for (const { at } of problems) expect('{[').toContain(text[at]);
      expect(typeof writeCaption(text, fields)).toBe('string');
    }
    expect(parseCaption('Bonjour, 24,90 €').problems).toEqual([]);
  });
});
