// Where a feed folds a caption. Instagram's help says "the first three lines", and advises 125
// characters. Facebook publishes no rule: these are what its app was seen to show (five lines of a post
// of words alone, three above a picture; 477 characters on wide screens). Checked 2026-11.

export type FoldPlace = 'instagram' | 'instagram-reel' | 'facebook' | 'facebook-media';

const folds: Record<FoldPlace, { lines: number; characters: number; perLine: number }> = {
  instagram: { lines: 3, characters: 125, perLine: 44 },
  'instagram-reel': { lines: 1, characters: 55, perLine: 55 },
  facebook: { lines: 5, characters: 477, perLine: 96 },
  'facebook-media': { lines: 3, characters: 250, perLine: 84 },
};

/** The part of a caption that stands before "more", and whether there is more. `before` counts the
 *  letters of the name that stands in its first line. */
export function foldCaption(
  text: string,
  place: FoldPlace,
  before = 0,
): { shown: string; folded: boolean } {
  const whole = text.trim();
  const { lines, characters, perLine } = folds[place];
  let room = Math.min(characters, endOfLines(whole, lines, perLine, before));
  if (room >= whole.length) return { shown: whole, folded: false };
  // Never half of a pair.
  if (/[\ud800-\udbff]/.test(whole[room - 1] ?? '')) room -= 1;
  const cut = whole.slice(0, room);
  const word = /\s/.test(whole[room] ?? ' ') ? cut : cut.replace(/\s*\S*$/, '');
  // The dots of the fold follow.
  return { shown: (word === '' ? cut : word).replace(/[\s.,;:…]+$/u, ''), folded: true };
}

/** How many characters the first `lines` lines hold, each broken where it is full. */
function endOfLines(text: string, lines: number, perLine: number, before: number): number {
  let used = 0;
  let at = 0;
  let filled = before;
  for (const line of text.split('\n')) {
    const needed = Math.max(1, Math.ceil((filled + line.length) / perLine));
    if (used + needed > lines) return at + Math.max(0, (lines - used) * perLine - filled);
    used += needed;
    at += line.length + 1;
    filled = 0;
    if (used === lines) return Math.min(at - 1, text.length);
  }
  return text.length;
}
