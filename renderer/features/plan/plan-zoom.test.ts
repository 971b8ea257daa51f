import { expect, test } from 'vitest';
import { canZoom, rememberedZoom, rememberZoom, zoomed } from './plan-zoom.ts';

test('each view remembers how near it was', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  rememberZoom(storage, 'week', 3);
  expect(rememberedZoom(storage, 'week')).toBe(3);
  expect(rememberedZoom(storage, 'month')).toBe(1);
  kept.set('vitrine-plan-zoom-month', '17');
  expect(rememberedZoom(storage, 'month')).toBe(1);
});

test('stops at the nearest and the farthest', () => {
  expect(zoomed(3, 1)).toBe(3);
  expect(zoomed(0, -1)).toBe(0);
  expect(zoomed(1, 1)).toBe(2);
  expect(canZoom('list')).toBe(false);
});
