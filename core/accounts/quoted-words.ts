/** Another side's own words as parameters of a sentence, which then takes its `_quoted` form: they come
 *  in whatever language and stand in quotes. Nothing when it said nothing. */
export function quotedWords(words: string | undefined): Record<string, string> {
  const why = (words ?? '').trim();
  return why === '' ? {} : { why, context: 'quoted' };
}
