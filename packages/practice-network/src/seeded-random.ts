/**
 * A number in [0, 1) that depends on the seed and the parts only. Stateless, so the same world
 * gives the same answers whatever the order of the calls.
 */
export function seededFraction(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = (seed ^ 0x9e3779b9) >>> 0;
  for (const char of parts.join('|')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** A number between `low` and `high`, by the seed. */
export function seededBetween(
  seed: number,
  low: number,
  high: number,
  ...parts: readonly (string | number)[]
): number {
  return low + (high - low) * seededFraction(seed, ...parts);
}

/** One of the list, by the seed. */
export function seededPick<T>(
  seed: number,
  list: readonly T[],
  ...parts: readonly (string | number)[]
): T {
  const index = Math.floor(seededFraction(seed, ...parts) * list.length);
  const picked = list[index] ?? list[0];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
