import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDoorsWorld, type DoorsWorld } from './doors-world.ts';

// A hundred and twenty of the visits that `npm run test:faults -- --suite doors` makes by the ten thousand.
let world: DoorsWorld;
beforeAll(async () => {
  world = await openDoorsWorld();
});
afterAll(() => world.close());

it('F87 F88 F89 lets nobody in who may not, and keeps nothing of them', async () => {
  const counts = await world.run(1, 120);
  expect(counts.taken).toBeGreaterThan(5);
  expect(Object.keys(counts.told)).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '408', '1002', '1003', 'answered']),
  );
});
