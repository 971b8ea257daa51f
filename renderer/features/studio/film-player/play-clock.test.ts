import { expect, test } from 'vitest';
import { createPlayClock } from './play-clock.ts';

test('it runs from where it was started and stands where it was stopped', () => {
  let nowMs = 5000;
  const clock = createPlayClock(() => nowMs);
  expect(clock.timeMs()).toBe(0);
  clock.start(700);
  nowMs += 250;
  expect(clock.timeMs()).toBe(950);
  clock.stop();
  nowMs += 1000;
  expect(clock.timeMs()).toBe(950);
  expect(clock.isRunning).toBe(false);
  clock.stop(100);
  expect(clock.timeMs()).toBe(100);
});

test('beside a sound that runs slower it stays within a frame for a minute, in small steps', () => {
  let nowMs = 0;
  const clock = createPlayClock(() => nowMs);
  clock.start(0);
  let before = 0;
  for (let look = 0; look < 3600; look++) {
    nowMs += 1000 / 60;
    // A sound card that is off by half a percent, read a little unevenly.
    const heardMs = nowMs * 0.995 + (look % 3) * 3;
    clock.follow(heardMs);
    const timeMs = clock.timeMs();
    if (look > 60) expect(Math.abs(timeMs - heardMs)).toBeLessThan(1000 / 30);
    expect(timeMs).toBeGreaterThan(before);
    before = timeMs;
  }
});

test('it jumps to a sound that is far away', () => {
  const clock = createPlayClock(() => 0);
  clock.start(1000);
  clock.follow(800);
  expect(clock.timeMs()).toBe(800);
});
