import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

test('finds addresses and leaves the full stop behind them outside', () => {
  expect(splitLinks('Voir https://exemple.fr/a?b=1. Merci')).toEqual([
    { text: 'Voir ' },
    {
      text: 'https://exemple.fr/a?b=1',
      link: { url: 'https://exemple.fr/a?b=1', host: 'exemple.fr' },
    },
    { text: '. Merci' },
  ]);
});

test('F63 names the host that an address really leads to', () => {
  const hosts = (text: string) => splitLinks(text).flatMap((part) => part.link?.host ?? []);
  expect(hosts('https://facebook.com@evil.example/login')).toEqual(['evil.example']);
  expect(hosts('https://аpple.com')).toEqual(['xn--pple-43d.com']);
});

test('words without an address stay one piece, other schemes are words', () => {
  expect(splitLinks('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
  expect(splitLinks('http://[')).toEqual([{ text: 'http://[' }]);
  expect(splitLinks('')).toEqual([]);
});
