import { expect, test } from 'vitest';
import { isPlainPath, mimeOfFile, pagePolicy } from './served-files.ts';

test.each(['/assets/index-a1B2.js', '/fonts/Inter-Regular.ttf', '/a/b/c.css', '/@x/y.js'])(
  'serves %s',
  (path) => {
    expect(isPlainPath(path)).toBe(true);
  },
);

test.each([
  '/../package.json',
  '/assets/../../x.js',
  '/..%2fx.js',
  '/%2e%2e/x.js',
  '/assets//x.js',
  '/.env',
  '/a/.git/config',
  '\\\\server\\share',
  '/C:/x.js',
  '/a\0.js',
  'a.js',
  '',
  '/',
])('S2 never serves %j', (path) => {
  expect(isPlainPath(path)).toBe(false);
});

test('knows only the types that belong to the window', () => {
  expect(mimeOfFile('/x.wasm')).toBe('application/wasm');
  expect(mimeOfFile('/x.db')).toBeUndefined();
  expect(mimeOfFile('/noextension')).toBeUndefined();
});

test('S4 the page may run its own scripts and nothing inline', () => {
  const policy = pagePolicy('abc', ['ws://127.0.0.1:1']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("style-src 'self' 'nonce-abc'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).toContain("connect-src 'self' ws://127.0.0.1:1");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
});
