import { termsOf } from './term-store.ts';

export type ExcerptPart = { text: string; hit: boolean };

const wordsBefore = 8;
const wordsAround = 24;

const anyPieces = /[\p{L}\p{N}\p{M}\p{Co}]+|[^\p{L}\p{N}\p{M}\p{Co}]+/gu;
// The same for letters of Western Europe, without the tables of Unicode: most texts are such.
const isWestern = /^[\x20-\x7e\xc0-\xd6\xd8-\xf6\xf8-\u017f]*$/;
const westernPieces =
  /[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\u017f]+|[^A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\u017f]+/g;

/** The part of a text around the first word that was sought, and which of its words were. `starts` are
 *  beginnings of words as `termsOf` gives them. Built from the text itself: nothing in it is ever markup. */
export function excerptOf(text: string, starts: readonly string[]): ExcerptPart[] {
  const pieces = text.match(isWestern.test(text) ? westernPieces : anyPieces) ?? [];
  const isHit = (piece: string) => {
    // Plain letters are folded without the tables of Unicode: most words are such.
    const term = /^[\x20-\x7E]*$/.test(piece) ? piece.toLowerCase() : termsOf(piece)[0];
    return term !== undefined && starts.some((start) => term.startsWith(start));
  };
  const hits = pieces.map(isHit);
  const first = Math.max(0, hits.indexOf(true) - wordsBefore * 2);
  const shown = pieces.slice(first, first + wordsAround * 2);
  const parts: ExcerptPart[] = first > 0 ? [{ text: '… ', hit: false }] : [];
  for (const [index, piece] of shown.entries()) {
    const hit = hits[first + index] ?? false;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += piece;
    else parts.push({ text: piece, hit });
  }
  if (first + shown.length < pieces.length) parts.push({ text: ' …', hit: false });
  return parts;
}
