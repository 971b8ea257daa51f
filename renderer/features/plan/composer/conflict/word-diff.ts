export type DiffPart = { text: string; change: 'same' | 'added' | 'removed' };

/** Longer texts are shown whole, without marks: the table would not fit. */
const mostWords = 2500;

/** What was taken out of `before` and put into `after`, word by word. */
export function diffWords(before: string, after: string): DiffPart[] {
  const one = before.split(/(?<=\s)/);
  const other = after.split(/(?<=\s)/);
  if (one.length > mostWords || other.length > mostWords)
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  const lengths = commonLengths(one, other);
  const parts: DiffPart[] = [];
  const push = (text: string, change: DiffPart['change']) => {
    const last = parts.at(-1);
    if (last?.change === change) last.text += text;
    else if (text !== '') parts.push({ text, change });
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const [from, to] = [one[i], other[j]];
    if (from !== undefined && from === to) {
      push(from, 'same');
      i += 1;
      j += 1;
    } else if (to === undefined || (from !== undefined && later(lengths, i, j))) {
      push(from ?? '', 'removed');
      i += 1;
    } else {
      push(to, 'added');
      j += 1;
    }
  }
  return parts;
}

const later = (lengths: Uint16Array[], i: number, j: number): boolean =>
  (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0);

/** Of each pair of ends, the length of the longest row of words that both have. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const row = rows[i];
      if (!row) continue;
      row[j] =
        one[i] === other[j]
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}
