import { seededBetween, seededFraction } from '../seeded-random.ts';
import type { Settings } from './settings.ts';
import type { World } from './world.ts';

const realSeconds = {
  image: [0, 6],
  reel: [20, 180],
  carousel: [2, 10],
  pageVideo: [5, 60],
  schedule: [0, 170],
  batch: [2, 20],
  review: [60, 600],
} as const satisfies Record<string, readonly [number, number]>;

const fastSeconds: Record<keyof typeof realSeconds, readonly [number, number]> = {
  image: [0, 1],
  reel: [2, 4],
  carousel: [0, 1],
  pageVideo: [1, 3],
  schedule: [0, 1],
  batch: [0, 1],
  review: [2, 5],
};

/** How long the network takes over something, by its seed and the thing's id. */
export function processingMs(
  world: World,
  settings: Settings,
  what: keyof typeof realSeconds,
  id: string,
): number {
  const [low, high] = (settings.processing === 'fast' ? fastSeconds : realSeconds)[what];
  return Math.round(seededBetween(world.seed, low * 1000, high * 1000, what, id));
}

/** How late a new thing shows in lists: often at once, else up to `maxMs`. */
export function listLagMs(world: World, settings: Settings, maxMs: number, id: string): number {
  if (!settings.lag || settings.processing === 'fast') return 0;
  const late = seededFraction(world.seed, 'late', id) < 0.4;
  return late ? Math.round(seededBetween(world.seed, 0, maxMs, 'lag', id)) : 0;
}
