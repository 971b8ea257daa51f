import type { SearchWord } from './read-query.ts';
import { termsOf, type TermStore } from './term-store.ts';

const quote = (text: string) => `"${text.replaceAll('"', ' ')}"`;
/** The index has beginnings of this length ready. */
const readyBeginnings = [2, 3];

/** `coeur` is how most people type `cœur`; the index keeps the two apart. */
export function spellings(text: string): string[] {
  const joined = text.replace(/oe/giu, 'œ').replace(/ae/giu, 'æ');
  const parted = text.replace(/œ/giu, 'oe').replace(/æ/giu, 'ae');
  return [...new Set([text, joined, parted])];
}

const eitherOf = (terms: readonly string[]) =>
  terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;

/** A word as it begins. Where few words begin so they are named one by one: the index then answers from its
 *  end and stops when the page is full, while a beginning makes it gather all its comments first. */
function beginning(terms: TermStore, text: string): string[] {
  const [folded, ...others] = termsOf(text);
  const isReady = readyBeginnings.includes([...(folded ?? '')].length);
  if (folded === undefined || others.length > 0 || isReady) return [`${quote(text)}*`];
  const named = terms.beginningWith(folded);
  return named ? [...new Set([folded, ...named])].map(quote) : [`${quote(text)}*`];
}

/** A word or phrase as FTS5 reads it; nothing typed is ever an operator there. */
export function termExpression(terms: TermStore, { text, exact }: SearchWord): string {
  // One letter begins far too much: it is looked for as it stands.
  const isWhole = exact || [...text].length < 2;
  const ways = spellings(text);
  return eitherOf(isWhole ? ways.map(quote) : ways.flatMap((way) => beginning(terms, way)));
}

/** Several readings of one word. */
export function anyOf(words: readonly string[]): string {
  return eitherOf(words.map(quote));
}

/** Who wrote it: every word of the name. */
export function fromExpression(names: readonly string[]): string {
  const words = names.flatMap((name) => name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  return words.map((word) => `from_name : ${quote(word)}*`).join(' AND ');
}
