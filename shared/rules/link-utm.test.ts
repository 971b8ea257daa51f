import { expect, test } from 'vitest';
import { readUtm, writeUtm } from './link-utm.ts';

const link = 'https://laserre.example/arum?b=2&UTM_Source=lettre&utm_campaign=no%C3%ABl+26#avis';

test('reads what the address brings, whatever else stands in it', () => {
  expect(readUtm(link)).toEqual({ source: 'lettre', campaign: 'noël 26' });
  expect(readUtm('https://laserre.example')).toEqual({});
  expect(readUtm('https://laserre.example?utm_source=%E0%A4%A')).toEqual({ source: '%E0%A4%A' });
});

test('writes one and leaves the rest letter by letter', () => {
  const written = writeUtm(link, 'source', 'vitrine & fils');
  expect(written).toBe(
    'https://laserre.example/arum?b=2&utm_campaign=no%C3%ABl+26&utm_source=vitrine%20%26%20fils#avis',
  );
  expect(readUtm(written)).toEqual({ source: 'vitrine & fils', campaign: 'noël 26' });
});

test('an empty value takes the parameter out, and the last one its question mark', () => {
  const bare = writeUtm('https://laserre.example/?utm_source=a#b', 'source', ' ');
  expect(bare).toBe('https://laserre.example/#b');
  expect(writeUtm(bare, 'medium', '')).toBe(bare);
});
