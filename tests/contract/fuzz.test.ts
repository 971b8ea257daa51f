import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRpcWorld, type RpcWorld } from '../faults/suites/rpc/rpc-world.ts';
import { sumOf } from '../faults/suites/tally.ts';

// A few hundred of the messages that `npm run test:faults -- --suite rpc` sends by the million.
let world: RpcWorld;
beforeAll(async () => {
  world = await openRpcWorld();
});
afterAll(() => world.close());

it('refuses by name what the contract does not allow, and writes nothing for it', async () => {
  const counts = await world.run(1, 500);
  expect(counts.answered).toBeGreaterThan(20);
  expect(counts.answered + sumOf(counts.refused)).toBe(500);
  expect(Object.keys(counts.refused)).toEqual(
    expect.arrayContaining(['invalid-input', 'not-found', 'content-type']),
  );
  expect(Object.keys(counts.how).length).toBeGreaterThan(12);
});
