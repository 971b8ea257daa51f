import { expect, test } from 'vitest';
import { timerDelayMs } from './self-waking.ts';

const clock = { manual: false, tickSeconds: 15 };
const now = 1_000_000;

test('wakes at the due second, not at the tick after it', () => {
  expect(timerDelayMs(clock, now, now + 7_240)).toBe(7_240);
});

test('F25 never waits long: time is read, not waited for', () => {
  for (const days of [1, 25, 60]) {
    expect(timerDelayMs(clock, now, now + days * 86_400_000)).toBe(15_000);
  }
  expect(timerDelayMs(clock, now, undefined)).toBe(15_000);
});

test('never spins', () => {
  expect(timerDelayMs(clock, now, now)).toBe(50);
  expect(timerDelayMs(clock, now, now - 60_000)).toBe(50);
});

test('a clock that is set by hand is looked at every tick', () => {
  expect(timerDelayMs({ manual: true, tickSeconds: 1 }, now, now + 7_240)).toBe(1_000);
});
