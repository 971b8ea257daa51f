import { expect, test } from 'vitest';
import { readHex } from './read-hex.ts';

test.each([
  ['#24402F', '#24402F'],
  ['24402f', '#24402F'],
  [' #abc ', '#AABBCC'],
  ['#24402f;', '#24402F'],
])('%s is %s', (text, colour) => expect(readHex(text)).toBe(colour));

test.each(['', '#', '#24', '#24402', '#24402F7', 'red', '#24402F #fff', '#1.2.3'])(
  '%s is no colour',
  (text) => expect(readHex(text)).toBeUndefined(),
);
