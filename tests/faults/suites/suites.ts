import type { Tally } from './tally.ts';

/** What a suite says of each run as it ends. */
export type RunEnd = { seed: number; tally: Tally; error?: string; story?: string[] };

/** Runs seeds one after the other in the same world, so that a seed is repeated by running those before it
 *  in its block as well. */
export type RunBlock = (seeds: number[], tell: (end: RunEnd) => void) => Promise<void>;

export type SuiteName =
  'kills' | 'schedules' | 'inbox' | 'backlog' | 'pictures' | 'clips' | 'rpc' | 'doors';

export type Suite = {
  name: SuiteName;
  /** Runs of a full pass. */
  runs: number;
  blockSize: number;
};

export const suites: Record<SuiteName, Suite> = {
  kills: { name: 'kills', runs: 1000, blockSize: 25 },
  schedules: { name: 'schedules', runs: 10_000, blockSize: 20 },
  inbox: { name: 'inbox', runs: 10_000, blockSize: 10 },
  backlog: { name: 'backlog', runs: 1, blockSize: 1 },
  pictures: { name: 'pictures', runs: 5000, blockSize: 100 },
  clips: { name: 'clips', runs: 2000, blockSize: 50 },
  // A run is a hundred messages.
  rpc: { name: 'rpc', runs: 10_000, blockSize: 50 },
  // A run is twenty visits.
  doors: { name: 'doors', runs: 1000, blockSize: 25 },
};

export const suiteNames: SuiteName[] = [
  'kills',
  'schedules',
  'inbox',
  'backlog',
  'pictures',
  'clips',
  'rpc',
  'doors',
];

/** The seeds from `from` on, `runs` of them, in blocks that begin at fixed numbers. */
export function blocksOf({ blockSize }: Suite, from: number, runs: number): number[][] {
  const blocks = new Map<number, number[]>();
  for (let seed = from; seed < from + runs; seed++) {
    const first = firstOfBlock(blockSize, seed);
    blocks.set(first, [...(blocks.get(first) ?? []), seed]);
  }
  return [...blocks.values()];
}

/** One seed with those that come before it in its world. */
export function blockUpTo({ blockSize }: Suite, seed: number): number[] {
  const first = firstOfBlock(blockSize, seed);
  return Array.from({ length: seed - first + 1 }, (_, index) => first + index);
}

function firstOfBlock(blockSize: number, seed: number): number {
  return Math.floor((seed - 1) / blockSize) * blockSize + 1;
}
