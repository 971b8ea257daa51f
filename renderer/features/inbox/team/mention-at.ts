/** What is typed of a name after an `@`, where the caret stands behind it. */
export type TypedMention = { start: number; typed: string };

const longestName = 60;

/** The mention that is being typed at the caret; undefined where none is. An `@` within a word is an address. */
export function mentionAt(text: string, caret: number): TypedMention | undefined {
  const before = text.slice(Math.max(0, caret - longestName), caret);
  const at = before.lastIndexOf('@');
  if (at === -1) return undefined;
  const typed = before.slice(at + 1);
  const isInWord = at > 0 && /[\p{L}\p{N}_.-]/u.test(before[at - 1] ?? '');
  if (isInWord || /[\n,;:!?]|^\s/.test(typed)) return undefined;
  return { start: caret - typed.length - 1, typed };
}

/** What a chosen name and a space take the place of: what was typed of it, and a space that follows. */
export function mentionSpan(
  text: string,
  { start, typed }: TypedMention,
): { from: number; to: number } {
  const end = start + 1 + typed.length;
  return { from: start, to: text[end] === ' ' ? end + 1 : end };
}
