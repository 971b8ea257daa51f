/** What a person typed as an FTS5 expression: every word must be there, the last as it begins. Undefined
 *  when there is no word in it. Nothing typed is ever read as an operator. */
export function searchWords(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  return words.map((word) => `"${word}"*`).join(' ');
}
