import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

const links = (text: string) => splitLinks(text).flatMap((part) => part.link ?? []);

test('finds addresses and leaves the full stop behind them outside', () => {
  expect(splitLinks('Voir https://exemple.fr/a?b=1. Merci')).toEqual([
    { text: 'Voir ' },
    {
      text: 'https://exemple.fr/a?b=1',
      link: { url: 'https://exemple.fr/a?b=1', host: 'exemple.fr', isPlain: true },
    },
    { text: '. Merci' },
  ]);
  expect(links('http://Exemple.fr')).toEqual([
    { url: 'https://exemple.fr/', host: 'exemple.fr', isPlain: true },
  ]);
});

test.each([
  ['https://facebook.com@evil.example/login', 'evil.example'],
  ['https://facebook.com:443@evil.example', 'evil.example'],
  ['https://аpple.com', 'xn--pple-43d.com'],
  ['https://gοogle.com/search', 'xn--gogle-rce.com'],
])('F63 opens no address that is made to be mistaken: %s', (words, host) => {
  expect(links(words)).toEqual([{ host, isPlain: false }]);
});

test.each([
  ['https://evil.example\\@facebook.com/', 'evil.example'],
  ['https://facebook.com.evil.example/', 'facebook.com.evil.example'],
  ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ['https://exemple。fr/', 'exemple.fr'],
  ['https://exemple.fr:8443/', 'exemple.fr:8443'],
  ['https://0x7f.1/', '127.0.0.1'],
  ['https://%65vil.example/', 'evil.example'],
  ['https://مثال.إختبار/', 'xn--mgbh0fb.xn--kgbechtv'],
])('F63 names the host that an address really leads to: %s', (words, host) => {
  const [link] = links(words);
  expect(link?.host).toBe(host);
  expect(link?.isPlain).toBe(words.startsWith(`https://${host}/`));
});

test('words without an address stay one piece, other schemes are words', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x file:///etc/passwd',
    'http://[',
    'https://',
    'www.exemple.fr',
    'java\nscript:alert(1)',
  ])
    expect(splitLinks(text)).toEqual([{ text }]);
  expect(splitLinks('')).toEqual([]);
});
