import { expect, test } from 'vitest';
import { wallWords } from './wall-words.ts';

test('tells a wall time as it stands, without any zone', () => {
  expect(wallWords('2026-11-26T18:30', 'fr-FR')).toBe('jeu. 26 nov., 18:30');
  expect(wallWords('2026-11-26T00:05:30', 'en-GB')).toBe('Thu 26 Nov, 00:05');
});
