import { expect, test } from 'vitest';
import { zoneCity, zoneDiffers } from './zone-differs.ts';

const november = Date.parse('2026-11-24T08:00:00Z');

test('another name for the same clocks is no difference', () => {
  expect(zoneDiffers('Europe/Paris', 'Europe/Brussels', november)).toBe(false);
  expect(zoneDiffers('Europe/Paris', 'America/Montreal', november)).toBe(true);
});

test('clocks that part only in summer differ too', () => {
  expect(zoneDiffers('Europe/Paris', 'Africa/Lagos', november)).toBe(true);
});

test('names the city', () => {
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(zoneCity('UTC')).toBe('UTC');
});
