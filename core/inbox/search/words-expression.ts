import type { SearchWord } from './read-query.ts';

const quote = (text: string) => `"${text.replaceAll('"', ' ')}"`;

/** One letter begins far too much: it is looked for as it stands. */
const isBeginning = ({ text, exact }: SearchWord) => !exact && [...text].length > 1;

/** `coeur` is how most people type `cœur`; the index keeps the two apart. */
function spellings(text: string): string[] {
  const joined = text.replace(/oe/giu, 'œ').replace(/ae/giu, 'æ');
  const parted = text.replace(/œ/giu, 'oe').replace(/æ/giu, 'ae');
  return [...new Set([text, joined, parted])];
}

/** A word or phrase as FTS5 reads it; nothing typed is ever an operator there. */
export function termExpression(word: SearchWord): string {
  const star = isBeginning(word) ? '*' : '';
  const terms = spellings(word.text).map((text) => `${quote(text)}${star}`);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
}

/** Several readings of one word. */
export function anyOf(words: readonly string[]): string {
  return `(${words.map((word) => `${quote(word)}*`).join(' OR ')})`;
}

/** Who wrote it: every word of the name. */
export function fromExpression(names: readonly string[]): string {
  const words = names.flatMap((name) => name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  return words.map((word) => `from_name : ${quote(word)}*`).join(' AND ');
}
