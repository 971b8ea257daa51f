import { describe, expect, it } from 'vitest';
import { wordSlots } from './fill-words.ts';

describe('what was written for a template', () => {
  it('fills its slots', () => {
    const quote = { text: 'Parfait', author: 'Léa', stars: 5 };
    expect(wordSlots({ quote, lines: ['Un', ' ', 'Deux'], headline: ' Avis ' })).toEqual({
      ...{ quote, lines: ['Un', 'Deux'], headline: 'Avis' },
    });
  });

  it('is nothing where it is blank', () => {
    const blank = {
      ...{ headline: ' ', valueText: '', lines: [''], quote: { text: ' ', author: 'Léa' } },
      ...{ hours: [{ days: '', times: ' ' }], event: { name: '', date: '3 mai' } },
      question: { text: '', choices: ['Oui'] },
    };
    expect(wordSlots(blank)).toEqual({});
    expect(wordSlots()).toEqual({});
  });
});
