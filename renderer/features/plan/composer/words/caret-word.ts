export type CaretWord = { sign: '#' | '@'; typed: string; from: number; to: number };

/** The hashtag or mention that is being written at the caret. An e-mail address is none, nor is a bare
 *  `#` in the middle of a word. */
export function wordAtCaret(text: string, caret: number): CaretWord | undefined {
  const before = text.slice(0, caret);
  const match = /(^|[^\p{L}\p{N}_.&/])([#@])([\p{L}\p{M}\p{N}_.]*)$/u.exec(before);
  if (!match) return undefined;
  const [, , sign, typed = ''] = match;
  if (sign === '#' && typed.includes('.')) return undefined;
  return { sign: sign as '#' | '@', typed, from: caret - typed.length - 1, to: caret };
}

/** What is put in for a chosen suggestion: a blank behind it unless one stands there already. */
export function withBlank(inserted: string, after: string): string {
  return /^[\s.,;:!?)]/.test(after) ? inserted : `${inserted} `;
}
