import { seededRandom } from '../../support/media-factory.ts';

/** Every choice of a run comes from here, so that its seed repeats it. */
export type Dice = {
  chance(frac: number): boolean;
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
};

export function createDice(seed: number): Dice {
  // Neighbouring seeds would begin alike.
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    chance: (frac) => random() < frac,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
