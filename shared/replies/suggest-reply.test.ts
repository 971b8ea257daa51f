import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEntities } from '../language/understand.ts';
import { indexProducts } from '../language/match-products.ts';
import type { Intent, Understanding } from '../language/understanding.ts';
import { fillReply } from './fill-reply.ts';
import type { ReplyContext, ReplyProduct } from './reply-context.ts';
import { suggestReply } from './suggest-reply.ts';

const texts = (language: 'fr' | 'en') =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, `../../resources/texts/${language}/suggested-replies.json`),
      'utf8',
    ),
  ) as Record<string, string>;
const said = { fr: texts('fr'), en: texts('en') };
const say = (language: 'fr' | 'en', key: string) => {
  const text = said[language][key];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text;
};

const robe: ReplyProduct = {
  id: 'robe',
  title: 'Robe en lin',
  priceMinor: 4900,
  currency: 'EUR',
  stock: 3,
  link: 'https://boutique.example/robe',
};

function contextOf(change: Partial<ReplyContext> = {}): ReplyContext {
  return {
    person: 'Marie-Claude D.',
    products: [robe],
    taggedProductIds: ['robe'],
    shop: { country: 'FR', language: 'fr' },
    savedReplies: [],
    ...change,
  };
}

/** A comment as it was understood: its entities are really looked for, its intents are given. */
function understood(
  text: string,
  wanted: Intent[],
  change: Partial<Understanding> = {},
): Understanding {
  const products = indexProducts([
    { id: 'robe', title: 'Robe en lin' },
    { id: 'vase', title: 'Vase bleu' },
  ]);
  return {
    language: 'fr',
    confidence: 0.9,
    intents: wanted.map((intent, at) => ({ intent, score: 0.95 - at / 10 })),
    entities: findEntities(text, { products }),
    ...change,
  };
}

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('answers the price of the tagged product in the language of the customer', () => {
  const fr = suggestReply(understood('combien ?', ['price']), contextOf(), say);
  expect(fr).toMatchObject({ kind: 'ready', language: 'fr' });
  expect(spaces('text' in fr ? fr.text : '')).toBe(
    'Bonjour Marie-Claude, merci pour votre message. « Robe en lin » est à 49,00 €.',
  );
  const en = suggestReply(understood('how much', ['price'], { language: 'en' }), contextOf(), say);
  expect('text' in en ? en.text : '').toBe(
    'Hello Marie-Claude, thank you for your message. “Robe en lin” is €49.00.',
  );
});

test('a sale is said with the price before; a sale that is no lower is none', () => {
  const price = (salePriceMinor: number) => {
    const products = [{ ...robe, salePriceMinor }];
    const reply = suggestReply(understood('prix', ['price']), contextOf({ products }), say);
    return spaces('text' in reply ? reply.text : '');
  };
  expect(price(3900)).toContain('39,00 €, au lieu de 49,00 €');
  expect(price(4900)).toContain('est à 49,00 €.');
});

test('says which facts it rests on, and of which product', () => {
  const facts = (wanted: Intent[], change: Partial<ReplyContext> = {}) => {
    const reply = suggestReply(understood('?', wanted), contextOf(change), say);
    return 'facts' in reply ? reply.facts.map((one) => [one.name, one.productId]) : [];
  };
  expect(facts(['price'])).toEqual([['price', 'robe']]);
  expect(facts(['available', 'price'])).toEqual([
    ['stock', 'robe'],
    ['price', 'robe'],
  ]);
  expect(facts(['praise'])).toEqual([]);
  const shop = { country: 'FR', language: 'fr', openingWords: 'mardi 9 h – 19 h' } as const;
  expect(facts(['hours'], { shop })).toEqual([['opening_hours', undefined]]);
});

test('hours in the shop’s own words are for customers of its language', () => {
  const shop = { country: 'FR', language: 'fr', openingWords: 'mardi 9 h – 19 h' } as const;
  const asked = (language: 'fr' | 'en') =>
    suggestReply(understood('?', ['hours'], { language }), contextOf({ shop }), say);
  expect(asked('fr')).toMatchObject({ text: expect.stringContaining('mardi 9 h – 19 h') });
  expect(asked('en')).toMatchObject({ kind: 'none', missing: ['opening_hours'] });
});

test('several things asked are answered in one text', () => {
  const reply = suggestReply(
    understood('dispo ? prix ?', ['available', 'price']),
    contextOf(),
    say,
  );
  expect(reply.kind).toBe('ready');
  expect(spaces('text' in reply ? reply.text : '')).toMatch(/est disponible\. .*49,00 €/);
});

test('what is not known is left to a person, with what is known as a beginning', () => {
  const reply = suggestReply(understood('prix et taille ?', ['price', 'size']), contextOf(), say);
  expect(reply).toMatchObject({ kind: 'finish', missing: ['size'] });
  expect(suggestReply(understood('vous livrez ?', ['delivery']), contextOf(), say)).toEqual({
    kind: 'none',
    why: 'facts-missing',
    missing: ['delivery'],
  });
  const shop = {
    country: 'FR',
    language: 'fr',
    delivery: { fr: 'Nous livrons en France.' },
  } as const;
  expect(
    suggestReply(understood('vous livrez ?', ['delivery']), contextOf({ shop }), say),
  ).toMatchObject({ kind: 'ready', text: expect.stringContaining('Nous livrons en France.') });
});

test('promises no size, no colour and no number that the catalogue does not have', () => {
  const asked = (text: string, stock: number | undefined) =>
    suggestReply(
      understood(text, ['available']),
      contextOf({ products: [{ ...robe, stock }] }),
      say,
    );
  expect(asked('dispo en 38 ?', 3)).toMatchObject({ kind: 'none', missing: ['size'] });
  expect(asked('dispo en rouge ?', 3)).toMatchObject({ kind: 'none', missing: ['colour'] });
  expect(asked('dispo ?', undefined)).toMatchObject({ kind: 'none', missing: ['stock'] });
  expect(asked('dispo en rouge ?', 0)).toMatchObject({
    text: expect.stringContaining('n’est plus disponible'),
  });
  expect(asked('il vous en reste 5 ?', 3)).toMatchObject({
    text: expect.stringContaining('Il nous en reste 3'),
  });
});

test('the product that is named comes before the one that is tagged; with two and none named it asks nobody', () => {
  const vase: ReplyProduct = { ...robe, id: 'vase', title: 'Vase bleu', priceMinor: 1500 };
  const both = contextOf({ products: [robe, vase], taggedProductIds: ['robe', 'vase'] });
  expect(suggestReply(understood('combien', ['price']), both, say)).toMatchObject({
    kind: 'none',
    why: 'which-product',
  });
  const named = suggestReply(understood('combien le vase bleu', ['price']), both, say);
  expect(spaces('text' in named ? named.text : '')).toContain('« Vase bleu » est à 15,00 €');
});

test('a complaint gets a humble beginning, never an answer', () => {
  const reply = suggestReply(
    understood('cassé et prix ?', ['complaint', 'price']),
    contextOf(),
    say,
  );
  expect(reply).toMatchObject({ kind: 'finish', missing: ['answer'] });
  expect('text' in reply ? reply.text : '').not.toContain('49');
});

test('spam, chat and what is hardly understood get nothing', () => {
  const none = (wanted: Intent[], score = 0.9) =>
    suggestReply(
      understood('…', [], { intents: wanted.map((intent) => ({ intent, score })) }),
      contextOf(),
      say,
    );
  expect(none(['spam'])).toMatchObject({ kind: 'none', why: 'nothing-asked' });
  expect(none(['other'])).toMatchObject({ kind: 'none', why: 'nothing-asked' });
  expect(none(['price'], 0.3)).toMatchObject({ kind: 'none', why: 'unsure' });
});

test("the shop's own reply comes first, in the customer's language, when all its variables are known", () => {
  const saved = (text: string) => [
    { id: 's1', intent: 'price' as const, texts: { fr: text, de: 'Nur {price}.' } },
  ];
  const reply = (text: string, change: Partial<Understanding> = {}) =>
    suggestReply(
      understood('prix', ['price'], change),
      contextOf({ savedReplies: saved(text) }),
      say,
    );
  expect(reply('{first_name} : {price}')).toMatchObject({ kind: 'ready', savedReplyId: 's1' });
  expect(reply('{price} {opening_hours}')).not.toHaveProperty('savedReplyId');
  const german = reply('x', { language: 'de' });
  expect(spaces('text' in german ? german.text : '')).toBe('Nur 49,00 €.');
  expect(
    suggestReply(understood('precio', ['price'], { language: 'es' }), contextOf(), say),
  ).toMatchObject({ kind: 'none', why: 'language' });
});

test('both languages have the same sentences with the same variables', () => {
  const variables = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  expect(Object.keys(said.fr)).toEqual(Object.keys(said.en));
  for (const [key, text] of Object.entries(said.fr))
    expect(variables(text), key).toEqual(variables(said.en[key] ?? ''));
});

test('whatever is asked and known, a reply has no gap and no number of its own', () => {
  const intents: Intent[] = [
    'price',
    'available',
    'size',
    'delivery',
    'hours',
    'order',
    'praise',
    'question',
  ];
  const wanted = fc.uniqueArray(fc.constantFrom(...intents), { minLength: 1, maxLength: 3 });
  const product = fc.record({
    id: fc.constant('robe'),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    priceMinor: fc.integer({ min: 0, max: 1_000_000 }),
    salePriceMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
    currency: fc.constantFrom('EUR', 'CHF', 'JPY', 'USD'),
    stock: fc.option(fc.integer({ min: -1, max: 500 }), { nil: undefined }),
    link: fc.option(fc.webUrl(), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      wanted,
      product,
      fc.constantFrom('fr' as const, 'en' as const),
      (asked, one, language) => {
        const reply = suggestReply(
          understood('?', asked, { language }),
          contextOf({ products: [one] }),
          say,
        );
        if (reply.kind === 'none') return;
        const title = fillReply('{product}', { product: one.title }).text;
        const rest = reply.text.replaceAll(one.link ?? '\u0000', '').replaceAll(title, '');
        expect(rest).not.toMatch(/\{(price|old_price|link|stock|opening_hours|first_name)\}/);
        const digits = (rest.match(/\d+/g) ?? []).join('');
        const known = [one.priceMinor, one.salePriceMinor ?? 0, Math.max(0, one.stock ?? 0)].join(
          ' ',
        );
        for (const digit of digits) expect(`${known} 0`).toContain(digit);
      },
    ),
    { numRuns: 200 },
  );
});
