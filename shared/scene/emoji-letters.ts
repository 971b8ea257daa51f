/** Letters with the marks and joiners that belong to them; an emoji sequence (skin tones, families,
 *  flags, keycaps) is one letter. */
export function lettersOf(text: string): string[] {
  return text.match(letter) ?? [];
}

const letter =
  /(?:\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?|\u20E3|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*|[\s\S])[\p{M}\u200C\u200D]*/gu;

/** Is the letter to be drawn as an emoji? Signs that are letters of texts too (as a heart or ©) are
 *  only where the selector for pictures follows; the selector for text always wins. */
export function isEmoji(one: string): boolean {
  if (one.includes('\uFE0E')) return false;
  if (/^[0-9#*]/.test(one)) return one.includes('\u20E3');
  return /^\p{Emoji_Presentation}|^\p{RI}\p{RI}|^\p{Emoji}.*(?:\uFE0F|\p{EMod}|\u{E007F}|\u20E3)|^\p{Emoji}\u200D\p{Emoji}/u.test(
    one,
  );
}

/** Letters of the tags that end a flag of a region, without such a flag. */
export function isStrayTag(one: string): boolean {
  return /^[\u{E0000}-\u{E007F}]/u.test(one);
}
