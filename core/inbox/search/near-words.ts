import { foldText } from '../../../shared/rules/fold-text.ts';
import type { TermStore } from './term-store.ts';

/** Words shorter than this are too near to too many. */
const shortestForgiven = 4;
const mostNear = 8;

/** How many letters may be wrong in a word of this length. */
export function forgivenLetters(length: number): number {
  if (length < shortestForgiven) return 0;
  return length < 8 ? 1 : 2;
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other; anything
 *  above `most` is `most + 1`. */
export function letterDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let best = row;
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const steps = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        row > 1 && column > 1 && swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
      line.push(steps);
      best = Math.min(best, steps);
    }
    if (best > most) return most + 1;
    beforeLast = last;
    last = line;
  }
  return last[other.length] ?? most + 1;
}

/** The word itself, and as it begins: `geranuim` is near `geraniums` too. */
function distanceToBeginning(word: string, term: string, most: number): number {
  let best = letterDistance(word, term, most);
  for (let length = word.length - 1; length <= word.length + 1; length++)
    if (length > 0 && length < term.length)
      best = Math.min(best, letterDistance(word, term.slice(0, length), most));
  return best;
}

/** Words that customers did write for one that nobody wrote: those with the fewest wrong letters, among the
 *  ones that begin with the same letter. Few mistype that one. */
export function nearWords(terms: TermStore, typed: string): string[] {
  const word = foldText(typed);
  const most = forgivenLetters(word.length);
  if (most === 0) return [];
  const found: { term: string; distance: number }[] = [];
  // Longer ones may begin with it.
  for (const term of terms.like(word, word.length - most, word.length + 6)) {
    const distance = distanceToBeginning(word, term, most);
    if (distance <= most) found.push({ term, distance });
  }
  const nearest = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === nearest)
    .sort((one, other) => one.term.length - other.term.length)
    .slice(0, mostNear)
    .map(({ term }) => term);
}
