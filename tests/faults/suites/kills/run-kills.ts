import type { RunBlock } from '../suites.ts';

export function createKillRunner(): RunBlock {
  throw new Error('later');
}
