/** Which groups a command line asks for: by their own names, or by the line they print, whose name stands
 *  quoted in the source of its group. All of them when nothing is asked; throws for a word nobody knows. */
export function chooseBenches(
  words: readonly string[],
  sourceOf: (group: string) => string,
  groups: readonly string[],
): string[] {
  if (words.length === 0) return [...groups];
  const chosen = words.flatMap((word) => {
    if (groups.includes(word)) return [word];
    const found = groups.filter((group) => sourceOf(group).includes(`'${word}'`));
    if (found.length === 0)
      throw new Error(
        `no bench is called ${word}; there are ${groups.join(', ')}, and their lines`,
      );
    return found;
  });
  return groups.filter((group) => chosen.includes(group));
}
