import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { addRecent, findEmoji, inTone, listEmoji, type Emoji } from './find-emoji.ts';

const require = createRequire(import.meta.url);
const read = (language: string) =>
  listEmoji(require(`emojibase-data/${language}/compact.json`) as Emoji[]);
const [fr, en] = [read('fr'), read('en')];
const found = (all: readonly Emoji[], typed: string) =>
  findEmoji(all, typed).map((one) => one.unicode);

test('letters and tones are left out, everything else is there', () => {
  expect(fr.length).toBeGreaterThan(1800);
  expect(fr.some((one) => one.unicode === '🇦')).toBe(false);
  expect(fr[0]?.group).toBe(0);
});

test.each([
  ['fr', 'fleur', '🌸'],
  ['fr', 'coeur rouge', '❤️'],
  ['fr', 'drapeau fran', '🇫🇷'],
  ['en', 'flower', '🌸'],
  ['en', 'thumbs up', '👍️'],
])('in %s “%s” finds %s', (language, typed, unicode) => {
  expect(found(language === 'fr' ? fr : en, typed)).toContain(unicode);
});

test('accents and capitals are no hindrance, and a name comes before its tags', () => {
  expect(found(fr, 'ÉTOILE')).toEqual(found(fr, 'etoile'));
  expect(found(en, 'cat')[0]).toBe('🐈️');
  expect(found(fr, '   ')).toEqual([]);
  expect(found(fr, 'zzzz')).toEqual([]);
});

test('a hand takes its tone, a flower has none', () => {
  const hand = en.find((one) => one.unicode.startsWith('👍'));
  const flower = en.find((one) => one.unicode === '🌸');
  expect(hand && inTone(hand, 5)).toBe('👍🏿');
  expect(hand && inTone(hand, 0)).toBe(hand?.unicode);
  expect(flower && inTone(flower, 3)).toBe('🌸');
});

test('recents stand once, the newest first, and few', () => {
  expect(addRecent(['a', 'b', 'c'], 'b', 3)).toEqual(['b', 'a', 'c']);
  expect(addRecent(['a', 'b', 'c'], 'd', 3)).toEqual(['d', 'a', 'b']);
});
