import { expect, test } from 'vitest';
import { readMentions } from './read-mentions.ts';

const people = [
  { id: 'lea', name: 'Léa' },
  { id: 'lea-m', name: 'Léa Martin' },
  { id: 'jo', name: 'Jo' },
  { id: 'jo2', name: 'jo' },
];
const named = (text: string) => readMentions(text, people).map(({ ids }) => ids);

test('means the longest name that fits, and everybody who bears it', () => {
  expect(named('@Léa Martin sait, @léa non')).toEqual([['lea-m'], ['lea']]);
  expect(named('Vois avec @Jo.')).toEqual([['jo', 'jo2']]);
  const text = 'oui @Léa, merci';
  const [span] = readMentions(text, people);
  expect(text.slice(span?.start, span?.end)).toBe('@Léa');
});

test('an address, a longer word and an unknown name mean nobody', () => {
  expect(named('contact@jo.fr @Joseph @Léandre @Inès @ @')).toEqual([]);
  expect(readMentions('@', [{ id: 'x', name: ' ' }])).toEqual([]);
});
