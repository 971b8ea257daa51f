import { expect, test } from 'vitest';
import { startTicker } from './ticker.ts';

function clockAt(times: number[]) {
  let index = 0;
  return {
    now: () => times[Math.min(index++, times.length - 1)] ?? 0,
    tickSeconds: 3600,
    manual: true,
  };
}

test('hands over the time of each look and never runs two at once', async () => {
  const seen: number[] = [];
  let inside = 0;
  const ticker = startTicker(
    clockAt([1, 2]),
    async (now) => {
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      seen.push(now);
      inside -= 1;
    },
    () => {},
  );
  await Promise.all([ticker.tick(), ticker.tick(), ticker.tick()]);
  expect(seen).toEqual([1, 2]);
  await ticker.stop();
});

test('goes on after an error', async () => {
  const errors: unknown[] = [];
  let calls = 0;
  const ticker = startTicker(
    clockAt([1]),
    async () => {
      calls += 1;
      if (calls === 1) throw new Error('bad row');
      return Promise.resolve();
    },
    (error) => errors.push(error),
  );
  await ticker.tick();
  await ticker.tick();
  expect(calls).toBe(2);
  expect(errors).toHaveLength(1);
  await ticker.stop();
});
