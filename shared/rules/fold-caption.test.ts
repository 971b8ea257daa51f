import { expect, test } from 'vitest';
import { foldCaption } from './fold-caption.ts';

test('what fits is shown whole', () => {
  expect(foldCaption('Deux mots', 'instagram')).toEqual({ shown: 'Deux mots', folded: false });
  expect(foldCaption('un\ndeux\ntrois', 'instagram')).toEqual({
    shown: 'un\ndeux\ntrois',
    folded: false,
  });
  expect(foldCaption('', 'facebook')).toEqual({ shown: '', folded: false });
});

test('Instagram shows three lines, empty ones too, and no more than 125 characters', () => {
  expect(foldCaption('un\n\ntrois\nquatre', 'instagram')).toEqual({
    shown: 'un\n\ntrois',
    folded: true,
  });
  const long = foldCaption('mot '.repeat(60), 'instagram');
  expect(long.folded).toBe(true);
  expect(long.shown.length).toBeLessThanOrEqual(125);
  expect(long.shown.endsWith('mot')).toBe(true);
});

test('a long name takes room from the first line', () => {
  const text = 'mot '.repeat(31).trim();
  const bare = foldCaption(text, 'instagram').shown.length;
  expect(foldCaption(text, 'instagram', 40).shown.length).toBeLessThan(bare);
});

test('Facebook shows more of words alone than above a picture', () => {
  const text = 'mot '.repeat(200);
  const alone = foldCaption(text, 'facebook').shown.length;
  const above = foldCaption(text, 'facebook-media').shown.length;
  expect(alone).toBeGreaterThan(above);
  expect(alone).toBeLessThanOrEqual(477);
});

test('a reel shows one line', () => {
  expect(foldCaption('un\ndeux', 'instagram-reel')).toEqual({ shown: 'un', folded: true });
});

test('a word without end is cut, an emoji never in half', () => {
  const { shown } = foldCaption(`${'x'.repeat(124)}🌺🌺🌺`, 'instagram');
  expect(shown).toBe('x'.repeat(124));
});
