import { foldText } from '../../shared/rules/fold-text.ts';

/** Which of `names` was most likely meant by `wanted`: the one with the fewest letters to change, as long
 *  as those are less than a third. Undefined where none is near. */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  const folded = foldText(wanted);
  let best: { name: string; distance: number } | undefined;
  const most = Math.floor(folded.length / 3);
  for (const name of names) {
    const limit = Math.min(most, (best?.distance ?? Infinity) - 1);
    if (limit < 0) break;
    const distance = distanceWithin(folded, foldText(name), limit);
    if (distance !== undefined) best = { name, distance };
  }
  return best?.name;
}

/** Letters to put in, take out, change or swap with their neighbour; undefined over `limit`. */
function distanceWithin(one: string, other: string, limit: number): number | undefined {
  if (Math.abs(one.length - other.length) > limit) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > limit) return undefined;
    before = row;
    row = next;
  }
  const distance = row[other.length] ?? Infinity;
  return distance <= limit ? distance : undefined;
}
