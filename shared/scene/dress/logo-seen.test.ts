import { expect, test } from 'vitest';
import { isSeenOn, largeColours } from './logo-seen.ts';

const teal = { colour: '#0B5563', share: 0.7 };
const orange = { colour: '#E4572E', share: 0.3 };

test('a dark logo is lost on a dark ground and seen on paper', () => {
  expect(isSeenOn('#24402F', [teal.colour])).toBe(false);
  expect(isSeenOn('#F3EBDD', [teal.colour])).toBe(true);
});

test('one large part that stands out is enough, a small one is not', () => {
  expect(isSeenOn('#24402F', largeColours([teal, orange]))).toBe(true);
  expect(isSeenOn('#24402F', largeColours([teal, { ...orange, share: 0.05 }]))).toBe(false);
});

test('white on white is lost; nothing at all is not judged', () => {
  expect(isSeenOn('#FFFFFF', ['#FEFEFE'])).toBe(false);
  expect(isSeenOn('#FFFFFF', [])).toBe(true);
});
