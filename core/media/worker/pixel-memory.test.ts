import { expect, test } from 'vitest';
import { letGo } from './pixel-memory.ts';

test('gives a block back at once, and leaves one alone that others share', () => {
  const own = Buffer.allocUnsafeSlow(1_000_000);
  const whole = new Uint8Array(1000);
  letGo(own);
  letGo(whole.subarray(0, 500));
  expect([own.length, whole.length]).toEqual([0, 1000]);
  // Twice does no harm.
  expect(() => letGo(own)).not.toThrow();
});
