import { describe, expect, it } from 'vitest';
import { wordsFor } from './template-words.ts';

describe('the words of a picture', () => {
  const words = {
    all: { headline: 'Merci', lines: ['À bientôt'] },
    ofProduct: { p1: { headline: 'Merci pour l’arum' } },
  };

  it('are those of its product, and of all for the rest', () => {
    expect(wordsFor(words, 'p1')).toEqual({
      headline: 'Merci pour l’arum',
      lines: ['À bientôt'],
    });
    expect(wordsFor(words, 'p2')).toEqual(words.all);
  });

  it('are none where nothing is written', () => {
    expect(wordsFor(undefined, 'p1')).toBeUndefined();
    expect(wordsFor({ all: {} }, 'p1')).toBeUndefined();
  });
});
