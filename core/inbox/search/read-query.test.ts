import { describe, expect, it } from 'vitest';
import { readQuery } from './read-query.ts';

const place = { zone: 'Europe/Paris', now: Date.parse('2026-11-23T10:00:00Z') };
const read = (text: string) => readQuery(text, place);
const plain = (...words: string[]) => words.map((text) => ({ text, exact: false }));
const iso = (at: number | undefined) => at !== undefined && new Date(at).toISOString();

describe('the search field', () => {
  it('takes words, words in quotes and words that must not be there', () => {
    expect(read('géranium rouge')).toMatchObject({ words: plain('géranium', 'rouge') });
    expect(read('"rouge vif" pot')).toMatchObject({
      words: [{ text: 'rouge vif', exact: true }, ...plain('pot')],
    });
    expect(read('pot -grand -"très grand"')).toMatchObject({
      words: plain('pot'),
      without: [...plain('grand'), { text: 'très grand', exact: true }],
    });
  });

  it('knows its operators in both languages', () => {
    expect(read('from:"Julie M" de:Paul on:instagram sur:serre')).toMatchObject({
      words: [],
      from: ['Julie M', 'Paul'],
      on: ['instagram', 'serre'],
    });
    expect(read('has:photo is:unanswered est:réglé')).toMatchObject({
      hasPhoto: true,
      traits: ['unanswered', 'done'],
    });
  });

  it('counts days by the clocks of the shop', () => {
    expect(iso(read('before:2026-11-03').untilAt)).toBe('2026-11-02T23:00:00.000Z');
    expect(iso(read('après:3/11/2026').sinceAt)).toBe('2026-11-03T23:00:00.000Z');
    expect(iso(read('after:2026-10').sinceAt)).toBe('2026-10-31T23:00:00.000Z');
    expect(iso(read('before:2026').untilAt)).toBe('2025-12-31T23:00:00.000Z');
    expect(iso(read('avant:aujourd’hui').untilAt)).toBe('2026-11-22T23:00:00.000Z');
    // Clocks go back in between.
    expect(iso(read('after:2026-10-24 before:2026-10-26').sinceAt)).toBe(
      '2026-10-24T22:00:00.000Z',
    );
    expect(iso(read('before:2026-10-26').untilAt)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('looks for what it cannot read as for words', () => {
    expect(read('before:demain')).toMatchObject({ words: plain('before', 'demain') });
    expect(read('before:31/02/2026')).not.toHaveProperty('untilAt');
    expect(read('prix: 12€')).toMatchObject({ words: plain('prix', '12') });
    expect(read('https://x.fr')).toMatchObject({ words: plain('https', 'x', 'fr') });
    expect(read('is:')).toMatchObject({ words: plain('is'), traits: [] });
    expect(read('"" -"" - " * ( ) NEAR')).toMatchObject({ words: plain('NEAR'), without: [] });
  });

  it('takes any text in a time that grows with its length only', () => {
    const text = 'from:"'.repeat(2000) + '-"a:'.repeat(2000);
    expect(read(text).words.length).toBeGreaterThan(0);
  });
});
