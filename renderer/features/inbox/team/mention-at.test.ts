import { expect, test } from 'vitest';
import { mentionAt, mentionSpan } from './mention-at.ts';

test('finds the name that is typed at the caret', () => {
  expect(mentionAt('Vois @Lé', 8)).toEqual({ start: 5, typed: 'Lé' });
  expect(mentionAt('@', 1)).toEqual({ start: 0, typed: '' });
  expect(mentionAt('@Léa Mar et', 8)).toEqual({ start: 0, typed: 'Léa Mar' });
  expect(mentionAt('Vois @Lé', 4)).toBeUndefined();
});

test('an address, and what is behind the name, is no name', () => {
  expect(mentionAt('moi@la', 6)).toBeUndefined();
  expect(mentionAt('@Léa, oui', 9)).toBeUndefined();
  expect(mentionAt('@ oui', 5)).toBeUndefined();
  expect(mentionAt('@Léa\noui', 8)).toBeUndefined();
});

test('a name takes the place of what was typed of it and of the space behind', () => {
  const mention = { start: 5, typed: 'Lé' };
  expect(mentionSpan('Vois @Lé demain', mention)).toEqual({ from: 5, to: 9 });
  expect(mentionSpan('Vois @Lé', mention)).toEqual({ from: 5, to: 8 });
  expect(mentionSpan('Vois @Lé, demain', mention)).toEqual({ from: 5, to: 8 });
});
