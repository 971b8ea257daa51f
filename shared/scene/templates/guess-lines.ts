/** About how many lines a title takes at this size: templates place their veils before any font is
 *  loaded. Rather one too many than one too few. Sizes and widths in the same unit. */
export function guessLines(text: string, size: number, width: number, most: number): number {
  let ems = 0;
  for (const letter of text)
    ems += /[\p{Lu}mwMW—œŒæ]/u.test(letter) ? 0.74 : /[\s.,;:'’!il]/u.test(letter) ? 0.3 : 0.58;
  // A title may shrink to 0.84 of its size before it takes another line.
  return Math.min(most, Math.max(1, Math.ceil((ems * size * 0.86) / width)));
}
