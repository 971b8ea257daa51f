import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countCaption,
  countHiddenCharacters,
  firstLine,
  removeHiddenCharacters,
} from './caption.ts';

describe('countCaption', () => {
  test.each([
    ['', { characters: 0, hashtags: 0, mentions: 0 }],
    ['Bonjour', { characters: 7, hashtags: 0, mentions: 0 }],
    ['#un #deux#trois', { characters: 15, hashtags: 3, mentions: 0 }],
    ['# seul et #!', { characters: 12, hashtags: 0, mentions: 0 }],
    ['#été #植物', { characters: 8, hashtags: 2, mentions: 0 }],
    ['@rosa et @jean.dupont', { characters: 21, hashtags: 0, mentions: 2 }],
    ['rosa@example.com', { characters: 16, hashtags: 0, mentions: 0 }],
    ['(@rosa)', { characters: 7, hashtags: 0, mentions: 1 }],
  ])('counts %j', (text, count) => {
    expect(countCaption(text)).toEqual(count);
  });

  test('counts an emoji as many as it takes at most', () => {
    expect(countCaption('👩‍🌾').characters).toBe(5);
  });

  test('never counts less than the letters a person sees', () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(countCaption(text).characters).toBeGreaterThanOrEqual(
          [...segmenter.segment(text)].length,
        );
      }),
    );
  });
});

describe('hidden characters', () => {
  test('finds what turns the text around and what nobody sees', () => {
    expect(countHiddenCharacters('a\u202eb\u2066c\u200bd\ufeff\u00ad')).toBe(5);
  });
  test('leaves emoji sequences, flags and Persian joiners alone', () => {
    expect(countHiddenCharacters('👩‍🌾 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم مرحبا שלום')).toBe(0);
  });
  test('taken out, nothing else is lost', () => {
    expect(removeHiddenCharacters('a\u202eb👩‍🌾\u200b!')).toBe('ab👩‍🌾!');
  });
});

describe('firstLine', () => {
  test('skips empty lines', () => {
    expect(firstLine('\n  \n Les arums\nsont de retour')).toBe('Les arums');
    expect(firstLine(' \n')).toBe('');
  });
  test('shortens without cutting an emoji in two', () => {
    expect(firstLine('🌿'.repeat(100), 10)).toBe(`${'🌿'.repeat(9)}…`);
  });
});
