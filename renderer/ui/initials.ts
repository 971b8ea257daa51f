/** Two letters for a name (`Nadia Belkacem` gives `NB`), whole characters; `?` for none. */
export function initials(name: string): string {
  const words = name
    .replace(/[@._-]+/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = [first, last].map((word) =>
    word ? String.fromCodePoint(word.codePointAt(0) ?? 0) : '',
  );
  return letters.join('').toLocaleUpperCase();
}

/** The same tone for the same name, out of `count`. */
export function toneOf(name: string, count: number): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % count;
}
