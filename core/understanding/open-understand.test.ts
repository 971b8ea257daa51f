import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { customers, sayings } from '../../packages/practice-network/src/personas/customers.ts';
import { indexProducts } from '../../shared/language/match-products.ts';
import { suggestReply } from '../../shared/replies/suggest-reply.ts';
import { createSay } from '../texts.ts';
import { openUnderstand } from './open-understand.ts';

const resources = join(import.meta.dirname, '../../resources');
const understand = openUnderstand(resources);

test('the customers of the practice network are understood, whoever wrote what they say', () => {
  const intentOf = { stock: 'available', gift: 'question' } as const;
  const texts = [...new Set(customers.map(({ language }) => language))].flatMap((language) =>
    Object.entries(sayings[language]).flatMap(([topic, list]) =>
      list.map((text) => ({ language, text, wanted: topic })),
    ),
  );
  const told = texts.map(({ text }) => understand(text));
  expect(told.map(({ language }) => language)).toEqual(texts.map(({ language }) => language));
  const right = texts.filter(({ wanted }, at) => {
    const intent = wanted === 'stock' || wanted === 'gift' ? intentOf[wanted] : wanted;
    return told[at]?.intents.some((one) => one.intent === intent);
  });
  expect(right.length / texts.length).toBeGreaterThan(0.88);
});

test('a comment becomes a reply in the sentences that ship', () => {
  const say = createSay(resources);
  const product = { id: 'v', title: 'Vase', priceMinor: 2450, currency: 'EUR', stock: 2 };
  const understood = understand('Hi, how much is the vase?', {
    products: indexProducts([product]),
  });
  const reply = suggestReply(
    understood,
    {
      person: 'Priya Nair',
      products: [product],
      taggedProductIds: [],
      shop: { country: 'IE', language: 'fr' },
      savedReplies: [],
    },
    (language, key) => say(language, `suggested-replies:${key}`),
  );
  expect(reply).toEqual({
    kind: 'ready',
    language: 'en',
    text: 'Hello Priya, thank you for your message. “Vase” is €24.50.',
    facts: [{ name: 'price', value: '€24.50', productId: 'v' }],
  });
});

test('a folder without models, or with a broken one, is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-models-'));
  try {
    expect(() => openUnderstand(folder)).toThrow();
    mkdirSync(join(folder, 'language'));
    for (const name of ['intents.bin', 'languages.bin'])
      writeFileSync(join(folder, 'language', name), 'broken');
    expect(() => openUnderstand(folder)).toThrow();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
