import { expect, test } from 'vitest';
import { firstKeyOf, keysPerMs, parseKey, remoteKey } from './comment-key.ts';

test('keys of a moment lie together, in the order of time, past what a number can hold', () => {
  const now = Date.parse('2026-11-24T08:12:00Z');
  expect(firstKeyOf(now + 1) - firstKeyOf(now)).toBe(keysPerMs);
  const far = firstKeyOf(Date.parse('2045-01-01T00:00:00Z'));
  expect(far > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(parseKey(String(far))).toBe(far);
});

test('one comment is the same however an endpoint spells it', () => {
  expect(remoteKey('104600_7710_9001')).toBe('9001');
  expect(remoteKey('9001')).toBe('9001');
});

test('what is no key is no key', () => {
  for (const text of ['', 'x', '-1', '1.5', '1e9', '9'.repeat(19), '01a20310-52b1'])
    expect(parseKey(text)).toBeUndefined();
});
