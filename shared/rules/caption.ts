/** What Instagram takes in one caption (developer pages, checked 2026-11). */
export const instagramCaption = { characters: 2200, hashtags: 30, mentions: 20 } as const;

/** A Page's post (error texts of the network, checked 2026-11). */
export const facebookCaption = { characters: 63_206 } as const;

/** What is sure to pass as a comment there; more may be refused, and some accounts get away with it
 *  (legacy limits of the comments' page, checked 2026-11). */
export const instagramComment = { characters: 300, hashtags: 4, links: 1 } as const;

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

const hashtag = /#[\p{L}\p{M}\p{N}_]+/gu;
const mention = /(?<![\p{L}\p{N}._])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]*[\p{L}\p{N}_])?/gu;
const webAddress = /https?:\/\/\S+/giu;

/** The hashtags of a text in their order, with their `#`, as often as they stand there. */
export function hashtagsIn(text: string): string[] {
  return text.match(hashtag) ?? [];
}

export function mentionsIn(text: string): string[] {
  return text.match(mention) ?? [];
}

export function linksIn(text: string): string[] {
  return text.match(webAddress) ?? [];
}

/** The text with the first `most` hashtags; the line of tags that is emptied goes too. */
export function keepHashtags(text: string, most: number): string {
  let seen = 0;
  return tidy(text.replace(hashtag, (tag) => (++seen <= most ? tag : '')));
}

/** The first `most` mentions stay mentions; of the others the name stays, without its `@`. */
export function keepMentions(text: string, most: number): string {
  let seen = 0;
  return text.replace(mention, (name) => (++seen <= most ? name : name.slice(1)));
}

/** Blanks and empty lines that taking something out left behind. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}

/** The longest beginning of at most `most` UTF-16 units, ended after a word where one ends within the
 *  last fifth, never inside a character made of several. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = text.slice(0, most);
  // Half a pair, or a base whose joiner, accent or skin tone follows, would be another character.
  while (kept !== '' && !isBoundary(text, kept.length)) kept = kept.slice(0, -1);
  const wordEnd = /\s/.test(text[kept.length] ?? ' ') ? kept.length : kept.search(/\s\S*$/);
  return (wordEnd >= most * 0.8 ? kept.slice(0, wordEnd) : kept).trimEnd();
}

function isBoundary(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  if (/[\ud800-\udbff]/.test(before)) return false;
  return before !== '\u200d' && !/^(?:\p{M}|\p{Emoji_Modifier}|\u200d)/u.test(after);
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
