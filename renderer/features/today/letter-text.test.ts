import i18next from 'i18next';
import { expect, test } from 'vitest';
import english from '../../../resources/texts/en/today-ui.json';
import french from '../../../resources/texts/fr/today-ui.json';
import { letterParts, type LetterFacts, type SayLetter } from './letter-text.ts';

const texts = i18next.createInstance();
await texts.init({
  resources: { fr: { t: french }, en: { t: english } },
  defaultNS: 't',
  interpolation: { escapeValue: false },
});
const say =
  (lng: string): SayLetter =>
  (key, params) =>
    texts.t(key, { lng, ...params });
const quiet: LetterFacts = {
  attention: 0,
  approvals: 0,
  due: 0,
  waiting: 0,
  lowStock: [],
  signIns: 0,
};
const read = (facts: Partial<LetterFacts>, lng: string) =>
  letterParts({ ...quiet, ...facts }, say(lng))
    .map((part) => part.text)
    .join('');

test('says first what asks, then the day in one sentence', () => {
  const facts = { attention: 1, due: 2, waiting: 5, lowStock: ['Pothos doré'] };
  expect(read(facts, 'fr')).toBe(
    'Une publication attend votre avis. Deux publications partent aujourd’hui, cinq personnes attendent une réponse et « Pothos doré » est presque épuisé.',
  );
  expect(read(facts, 'en')).toBe(
    'One post asks for your word. Two posts go out today, five people wait for an answer and “Pothos doré” is almost sold out.',
  );
});

test('links each phrase to the list it speaks of', () => {
  const parts = letterParts(
    { ...quiet, attention: 2, due: 1, waiting: 1, lowStock: ['a', 'b'] },
    say('fr'),
  );
  expect(parts.filter((part) => part.to).map((part) => part.to)).toEqual([
    'attention',
    'next',
    'waiting',
    'stock',
  ]);
});

test('has a calm sentence for a calm day and none of the empty phrases', () => {
  expect(read({}, 'fr')).toBe('Rien ne vous attend aujourd’hui. La vitrine est en ordre.');
  expect(read({ waiting: 1 }, 'fr')).toBe('Une personne attend une réponse.');
});

test('writes numbers above ten in figures', () => {
  expect(read({ waiting: 12 }, 'en')).toBe('12 people wait for an answer.');
});

test('does not say that all is well above a sign-in that ends', () => {
  expect(read({ signIns: 1 }, 'fr')).toBe('Rien d’autre ne vous attend aujourd’hui.');
});

test('what waits for a yes is said with what asks', () => {
  expect(read({ attention: 1, approvals: 2 }, 'fr')).toBe(
    'Une publication attend votre avis et deux publications attendent votre accord.',
  );
  expect(read({ approvals: 1, due: 1 }, 'en')).toBe(
    'One post waits for your approval. One post goes out today.',
  );
});
