/** What Instagram takes in one caption (developer pages, checked 2026-11). */
export const instagramCaption = { characters: 2200, hashtags: 30, mentions: 20 } as const;

/** A Page's post (error texts of the network, checked 2026-11). */
export const facebookCaption = { characters: 63_206 } as const;

export type CaptionCount = { characters: number; hashtags: number; mentions: number };

/** Counts as strictly as a network might. Instagram does not say whether an emoji is one character or
 *  several, so UTF-16 units are counted, the largest of the possible numbers: what passes here is not
 *  refused there. A `#` or `@` counts where letters, digits or `_` follow; the `@` of an e-mail
 *  address does not. */
export function countCaption(text: string): CaptionCount {
  return {
    characters: text.length,
    hashtags: text.match(/#[\p{L}\p{M}\p{N}_]/gu)?.length ?? 0,
    mentions: text.match(/(?<![\p{L}\p{N}._])@[\p{L}\p{N}_.]/gu)?.length ?? 0,
  };
}

// Direction marks and overrides, zero-width spaces, soft hyphen. Joiners (U+200C, U+200D) are left
// alone: emoji and Persian need them.
const hidden = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** How many characters nobody sees but that change how the text reads. */
export function countHiddenCharacters(text: string): number {
  return text.match(hidden)?.length ?? 0;
}

export function removeHiddenCharacters(text: string): string {
  return text.replace(hidden, '');
}

/** The first line that says something, shortened for a list. */
export function firstLine(text: string, longest = 80): string {
  const line = removeHiddenCharacters(text)
    .split(/\r?\n/)
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (!line) return '';
  const letters = Array.from(line);
  return letters.length <= longest
    ? line
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
