import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillReply, replyVariables, variablesOf } from './fill-reply.ts';

test('puts values in and says what has none', () => {
  const filled = fillReply('Bonjour {first_name}, {product} : {price}. {link}', {
    first_name: 'Marie',
    product: 'Vase',
    price: '12,90 €',
  });
  expect(filled).toEqual({
    text: 'Bonjour Marie, Vase : 12,90 €. {link}',
    unfilled: ['link'],
    unknown: [],
  });
});

test('a name that is not known leaves no gap', () => {
  expect(fillReply('Bonjour {first_name}, merci.', {}).text).toBe('Bonjour, merci.');
  expect(fillReply('{first_name}, merci', {}).text).toBe(', merci');
  expect(fillReply('Merci {first_name}', {}).text).toBe('Merci');
  expect(fillReply('Merci {first_name}', {}).unfilled).toEqual([]);
});

test('words in braces that are no variable are named and left as they are', () => {
  const filled = fillReply('{prix} et {price}', { price: '5 €' });
  expect(filled).toEqual({ text: '{prix} et 5 €', unfilled: [], unknown: ['{prix}'] });
  expect(variablesOf('{stock} {stock} {nom}')).toEqual({ used: ['stock'], unknown: ['{nom}'] });
});

test('values are put in once and without signs that hide or turn text', () => {
  expect(fillReply('{product}', { product: '{price}', price: '1 €' }).text).toBe('{price}');
  expect(fillReply('{product}!', { product: 'a\u202eb\u0007c' }).text).toBe('abc!');
});

test('any text without variables comes back as it is, whatever the braces', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(variablesOf(text).used.length === 0 && text.trimStart() === text);
      expect(fillReply(text.replaceAll('\u0000', ''), {}).text).toBe(text.replaceAll('\u0000', ''));
    }),
  );
});

test('every variable can be filled', () => {
  const template = replyVariables.map((name) => `{${name}}`).join('|');
  const values = Object.fromEntries(replyVariables.map((name) => [name, name.toUpperCase()]));
  expect(fillReply(template, values)).toEqual({
    text: replyVariables.map((name) => name.toUpperCase()).join('|'),
    unfilled: [],
    unknown: [],
  });
});
