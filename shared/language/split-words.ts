import { withoutAccents } from './clean-comment.ts';

/** A word of a text as it stands there. */
export type Word = {
  /** Small letters, no accents. */
  folded: string;
  /** As written. */
  text: string;
  start: number;
  end: number;
};

/** Letters of a text in which words, numbers and addresses are looked for. */
export const mostSearched = 2000;

const words = /[\p{L}\p{M}]+|\d+|[€$£%]/gu;
const isPlain = /^[\x20-\x7e]*$/;

/** The words, numbers and signs of money in the first 2,000 letters of a text, with where they stand. A
 *  word is where letters are: `l'été` is two, `38cm` too. */
export function splitWords(text: string): Word[] {
  const cut = text.length > mostSearched ? text.slice(0, mostSearched) : text;
  return Array.from(cut.matchAll(words), (match): Word => {
    const [written] = match;
    const small = written.toLowerCase();
    return {
      folded: isPlain.test(small) ? small : withoutAccents(small.slice(0, 100)),
      text: written,
      start: match.index,
      end: match.index + written.length,
    };
  });
}
