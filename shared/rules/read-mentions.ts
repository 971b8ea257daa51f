export type Named = { id: string; name: string };
export type MentionSpan = { start: number; end: number; ids: string[] };

/** Where a text names people as `@Name`, in its order. The longest name that fits is meant; whoever shares it
 *  is meant too. An address such as `me@home` names nobody. */
export function readMentions(text: string, people: readonly Named[]): MentionSpan[] {
  const byLength = people
    .filter(({ name }) => name.trim() !== '')
    .toSorted((one, other) => other.name.length - one.name.length);
  const spans: MentionSpan[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at > 0 && /[\p{L}\p{N}_.-]/u.test(text[at - 1] ?? '')) continue;
    const found = byLength.find(({ name }) => isNamed(text, at + 1, name));
    if (!found) continue;
    const end = at + 1 + found.name.length;
    const ids = people.filter(({ name }) => isSame(name, found.name)).map(({ id }) => id);
    spans.push({ start: at, end, ids });
  }
  return spans;
}

const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;

function isNamed(text: string, from: number, name: string): boolean {
  const end = from + name.length;
  if (/[\p{L}\p{N}]/u.test(text[end] ?? '')) return false;
  return isSame(text.slice(from, end), name);
}
