import { expect, test } from 'vitest';
import { basesOf, checkGraphUrl } from './graph-bases.ts';

test('without an address it is the real network', () => {
  expect(checkGraphUrl(undefined)).toEqual({
    graphUrl: 'https://graph.facebook.com',
    practice: false,
  });
  expect(basesOf('https://graph.facebook.com')).toMatchObject({
    rupload: 'https://rupload.facebook.com',
  });
});

test('an address on this machine is practice, with no other host', () => {
  expect(checkGraphUrl('http://127.0.0.1:4000/')).toEqual({
    graphUrl: 'http://127.0.0.1:4000',
    practice: true,
  });
  expect(basesOf('http://127.0.0.1:4000')).toEqual({ graph: 'http://127.0.0.1:4000' });
});

test('localhost is written as the address that is meant', () => {
  expect(checkGraphUrl('http://localhost:4000').graphUrl).toBe('http://127.0.0.1:4000');
});

test('an address of the merchant’s own keeps its path', () => {
  expect(checkGraphUrl('https://broker.example/graph/')).toEqual({
    graphUrl: 'https://broker.example/graph',
    practice: false,
  });
});

test.each([
  'http://graph.example',
  'http://10.0.0.1:4000',
  'http://[::1]:4000',
  'http://127.0.0.1.example',
  'ftp://127.0.0.1',
  'https://user:secret@graph.example',
  'https://graph.example/?access_token=x',
  'not an address',
])('S22 %s is refused', (address) => {
  expect(() => checkGraphUrl(address)).toThrow('invalid-input');
});
