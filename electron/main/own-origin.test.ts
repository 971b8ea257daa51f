import { expect, test } from 'vitest';
import { isOwnAddress, isSafeOutside } from './own-origin.ts';
import { isTrustedSender, readLanguage } from './trusted-sender.ts';

test.each(['app://vitrine/', 'app://vitrine/index.html#/plan', 'app://vitrine/media/1/thumb'])(
  '%s is ours',
  (url) => {
    expect(isOwnAddress(url)).toBe(true);
  },
);

test.each([
  'app://evil/',
  'app://vitrine.evil/',
  'app://user@vitrine/',
  'https://vitrine/',
  'file:///vitrine',
  'data:text/html,vitrine',
  'null',
  '',
])('S3 %s is not ours', (url) => {
  expect(isOwnAddress(url)).toBe(false);
});

test.each(['https://www.facebook.com/p/1', 'mailto:a@b.example', 'http://127.0.0.1:4000/p/1'])(
  'S9 %s may be opened outside',
  (url) => {
    expect(isSafeOutside(url)).toBe(true);
  },
);

test.each([
  'http://example.com/',
  'file:///etc/passwd',
  'smb://host/share',
  'ms-settings:privacy',
  'javascript:alert(1)',
  'https://user:pass@example.com/',
  'https://fаcebook.com/', // the second letter is Cyrillic
  'http://127.0.0.1.evil.example/',
  'not an address',
])('S9 %s may not', (url) => {
  expect(isSafeOutside(url)).toBe(false);
});

test('S7 hears only the top frame of our own window on our own page', () => {
  const mainFrame = { url: 'app://vitrine/' };
  const contents = { mainFrame, isDestroyed: () => false };
  const trust = (senderFrame: unknown, sender: unknown = contents) =>
    isTrustedSender({ sender, senderFrame } as never, contents as never);
  expect(trust(mainFrame)).toBe(true);
  expect(trust({ url: 'app://vitrine/' })).toBe(false);
  expect(trust(null)).toBe(false);
  expect(trust(mainFrame, { mainFrame })).toBe(false);
  mainFrame.url = 'https://evil.example/';
  expect(trust(mainFrame)).toBe(false);
});

test('S7 takes a language only if it is one', () => {
  expect(readLanguage('fr')).toBe('fr');
  for (const value of ['de', 'fr\n', { fr: 1 }, undefined, ['fr']])
    expect(readLanguage(value)).toBeUndefined();
});
