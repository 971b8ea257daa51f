import { expect, test } from 'vitest';
import { isStartLook, startColours } from './brand-start.ts';

const start = { logoText: '', colours: startColours };

test('a new shop wears nothing of its own', () => {
  expect(isStartLook(start)).toBe(true);
  expect(isStartLook({ ...start, logoText: ' ', fonts: undefined })).toBe(true);
  const small = { ground: '#24402f', paper: '#f3ebdd', accent: '#e2b04a' };
  expect(isStartLook({ ...start, colours: small })).toBe(true);
});

test.each([
  { logoText: 'La Serre' },
  { logo: { assetId: 'l' } },
  { logoDark: { assetId: 'l' } },
  { colours: { ...startColours, accent: '#FF0000' } },
  { fonts: { title: 'Lora', text: 'Inter' } },
  { priceStyle: 'tag' },
  { watermark: { text: 'La Serre' } },
])('%o is a touch of their own', (touch) => {
  expect(isStartLook({ ...start, ...touch })).toBe(false);
});
