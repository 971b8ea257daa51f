import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openUnderstand } from '../../core/understanding/open-understand.ts';
import { cleanComment } from './clean-comment.ts';
import { indexProducts } from './match-products.ts';
import { commentLanguages, intents, type Intent } from './understanding.ts';

const understand = openUnderstand(join(import.meta.dirname, '../../resources'));
const intentsOf = (text: string) => understand(text).intents.map(({ intent }) => intent);
const languageOf = (text: string) => understand(text).language;

test.each<[string, Intent[]]>([
  ['Bonjour, à quel prix est ce fauteuil ?', ['price']],
  ['PRIXXXX ???', ['price']],
  ['𝓒𝓸𝓶𝓫𝓲𝓮𝓷 ça coûte ?', ['price']],
  ['p\u200br\u00adi\u200bx svp', ['price']],
  ['l̸̢̛͇e̵͎͝ ̷̮̐p̶͔̈́r̸̰̂i̶͔͘x̸̱̌ ?', ['price']],
  ['do you ship to Norway', ['delivery']],
  ['à quelle heure vous fermez le vendredi', ['hours']],
  ['@lucas_p', ['other']],
  ['😍😍', ['praise']],
])('%s is understood', (text, wanted) => {
  expect(intentsOf(text)).toEqual(wanted);
});

test('two questions are two intents, the surer one first', () => {
  const { intents: found } = understand('C’est combien ? Et vous livrez à Brest ?');
  expect(found.map(({ intent }) => intent).toSorted()).toEqual(['delivery', 'price']);
  expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 1);
});

test.each([
  ['Vous l’avez encore en magasin ?', 'fr'],
  ['Have you still got it in the shop?', 'en'],
  ['Habt ihr das noch im Laden?', 'de'],
  ['¿Lo tenéis todavía en la tienda?', 'es'],
  ['Ce l’avete ancora in negozio?', 'it'],
  ['Hebben jullie het nog in de winkel?', 'nl'],
  ['Ainda têm isso na loja?', 'pt'],
  ['هل لا يزال متوفرا في المتجر؟', 'ar'],
  ['این چند است؟', 'unknown'],
  ['Сколько стоит доставка?', 'unknown'],
  ['@julie 😂 https://exemple.example/a', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
  expect(understand(text).confidence > 0).toBe(language !== 'unknown');
});

test('words of other languages are believed too', () => {
  expect(intentsOf('Wie viel kostet das?')).toContain('price');
  expect(intentsOf('hacéis envíos a Canarias?')).toContain('delivery');
});

test('names, links and numbers are marks: what they say is no matter', () => {
  expect(cleanComment('@Julie regarde https://x.example/prix 06 12 34 56 78')).toMatchObject({
    folded: 'xmentionx regarde xlinkx xphonex',
    mentions: 1,
    links: 1,
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12_000 }),
  fc.constantFrom(
    'a'.repeat(10_000),
    '@'.repeat(10_000),
    'a-'.repeat(5000),
    '0 '.repeat(5000),
    '0123456789'.repeat(1000),
    '12 rue '.repeat(1500),
    'e' + '\u0301'.repeat(9999),
    '\u202e\u2066'.repeat(5000),
    '\ufdfa'.repeat(5000),
    '👨‍👩‍👧‍👦'.repeat(900),
    '\ud83d'.repeat(10_000),
    '{"__proto__":1} constructor hasOwnProperty toString',
    '<script>alert(1)</script>'.repeat(400),
  ),
);

test('hostile text is judged like any other, and the same every time', () => {
  const products = indexProducts([{ id: 'p', title: 'constructor __proto__ été' }]);
  fc.assert(
    fc.property(hostile, (text) => {
      const first = understand(text, { products, today: '2026-11-23', taggedProductIds: ['p'] });
      expect(first.intents.length).toBeGreaterThan(0);
      for (const { intent, score } of first.intents) {
        expect(intents).toContain(intent);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
      expect([...commentLanguages, 'unknown']).toContain(first.language);
      for (const found of Object.values(first.entities).flat()) {
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(text.length);
      }
      understand('something else between');
      expect(understand(text, { products, today: '2026-11-23', taggedProductIds: ['p'] })).toEqual(
        first,
      );
    }),
    { numRuns: 150 },
  );
});

test('beyond what is read a text changes nothing: ten times as long is no more work', () => {
  const text = 'Bonjour, combien coûte ce vase ? '.repeat(70);
  expect(understand(text.repeat(10))).toEqual(understand(text));
});
