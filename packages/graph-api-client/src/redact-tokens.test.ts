import { expect, test } from 'vitest';
import { redactTokens } from './redact-tokens.ts';

const token = 'EAACanary0123456789abcdef';

const texts = [
  `Error validating ${token}: expired`,
  `https://graph/v26.0/me?access_token=${token}&limit=5`,
  `{"access_token":"${token}"}`,
  `{\\"access_token\\":\\"${token}\\"}`,
  `Authorization: Bearer ${token}`,
  `Authorization: OAuth ${token}`,
  `fb_exchange_token=${token}`,
];

test.each(texts)('F91 hides the token in %s', (text) => {
  const clean = redactTokens(text);
  expect(clean).not.toContain(token);
  expect(clean).toContain('[token]');
});

test('F91 hides a known token of any shape, in every coat', () => {
  const odd = 'p/ä"+token=1';
  const coats = [
    odd,
    encodeURIComponent(odd),
    JSON.stringify(odd).slice(1, -1),
    Buffer.from(odd).toString('base64'),
  ];
  for (const coat of coats) expect(redactTokens(`x ${coat} y`, odd)).not.toContain(coat);
});

test('hides app secrets and app tokens', () => {
  expect(redactTokens('client_secret=abcdef123&x=1')).toBe('client_secret=[token]&x=1');
  expect(redactTokens('1380000|AbCdEfGhIj')).toBe('[token]');
});

test('leaves other words alone', () => {
  const text = 'Invalid parameter: message is too long (2,310 of 2,200). Bearer of news.';
  expect(redactTokens(text, '')).toBe(text);
});
