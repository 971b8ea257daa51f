import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

it('shows the words around what was sought, accents and all', () => {
  expect(excerptOf('Oui, des Géraniums roses', ['geran', 'ros'])).toEqual([
    { text: 'Oui, des ', hit: false },
    { text: 'Géraniums', hit: true },
    { text: ' ', hit: false },
    { text: 'roses', hit: true },
  ]);
});

it('cuts a long text around the first hit and keeps hostile text as text', () => {
  const long = `${'mot '.repeat(200)}<b>arum</b>${' fin'.repeat(200)}`;
  const parts = excerptOf(long, ['arum']);
  expect(parts[0]?.text.startsWith('… ')).toBe(true);
  expect(parts.find(({ hit }) => hit)?.text).toBe('arum');
  expect(parts.map(({ text }) => text).join('').length).toBeLessThan(300);
  expect(excerptOf('', ['a'])).toEqual([]);
  expect(excerptOf('pas là', ['arum'])).toEqual([{ text: 'pas là', hit: false }]);
});

it('parts words alike, whatever letters they are written with', () => {
  const hits = (text: string, start: string) =>
    excerptOf(text, [start]).flatMap((part) => (part.hit ? [part.text] : []));
  expect(hits('Un Œillet, deux œillets ?', 'œill')).toEqual(['Œillet', 'œillets']);
  expect(hits('Un Œillet, deux œillets 🌷', 'œill')).toEqual(['Œillet', 'œillets']);
  expect(hits('un “arum”, 2×arums', 'arum')).toEqual(['arum', 'arums']);
  expect(hits('زهرة جميلة', 'زهرة')).toEqual(['زهرة']);
});
