import type { FontChoice } from '../scene.ts';
import { widthEm } from './letter-widths.ts';

export type WordsFit = { size: number; lines: number };
export type WordsWish = {
  text: string;
  font: Pick<FontChoice, 'family'>;
  size: number;
  min: number;
  /** At most. */
  lines: number;
  width: number;
  spacingEm?: number;
};

const step = 0.97;
/** As the setting of text itself decides: one line more only if fewer would make it smaller than this. */
const acceptedShrink = 0.84;
/** A little in reserve: the table is rounded, and the fonts' kerning is not in it. */
const reserve = 1.015;

/** At what size and in how many lines a text will be set in this width. The same rule as the setting of
 *  text, with widths out of a table: good enough to place what stands above and below it. */
export function fitWords(wish: WordsWish): WordsFit {
  const words = wish.text
    .split(/(?<=[\s-])(?![\u00A0\u202F])/u)
    .map((word) => widthEm(word, wish.font, wish.spacingEm) * reserve);
  let best: WordsFit = { size: wish.min, lines: wish.lines };
  let found = 0;
  for (let lines = 1; lines <= wish.lines; lines += 1) {
    const size = largestIn(words, lines, wish);
    if (size >= wish.size * acceptedShrink) return { size, lines };
    if (size > found) {
      found = size;
      best = { size, lines };
    }
  }
  return best;
}

/** One size for texts that stand beside each other: the one that the longest of them needs, but not below
 *  `least`; what is longer still stands alone in its smaller size. */
export function commonSize(wishes: readonly WordsWish[], size: number, least: number): number {
  let common = size;
  for (;;) {
    const reached = wishes.map((wish) => fitWords({ ...wish, size: common }).size);
    const smallest = Math.max(least, Math.min(common, ...reached.filter((one) => one >= least)));
    if (smallest >= common * 0.995) return smallest;
    common = smallest;
  }
}

function largestIn(words: readonly number[], lines: number, wish: WordsWish): number {
  for (let size = wish.size; size >= wish.min; size *= step)
    if (linesAt(words, wish.width / size) <= lines) return size;
  return 0;
}

function linesAt(words: readonly number[], width: number): number {
  let lines = 1;
  let filled = 0;
  for (const word of words) {
    if (word > width) return Infinity;
    if (filled + word > width + 0.22) {
      lines += 1;
      filled = 0;
    }
    filled += word;
  }
  return lines;
}
