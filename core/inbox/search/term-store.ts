import type { Db } from '../../db/transact.ts';

/** More words than this begin alike: the index is asked for the beginning itself. */
const mostBeginning = 40;
const longestTerm = 60;

/** The words of a text as the index of words keeps them: without accents, small. */
export function termsOf(text: string): string[] {
  // Plain letters are folded without the tables of Unicode: most texts are such.
  const isPlain = /^[\x20-\x7E]*$/.test(text);
  const plain = (isPlain ? text : text.normalize('NFD').replace(/\p{Mn}/gu, '')).toLowerCase();
  if (isPlain) return plain.match(/[a-z0-9]+/g) ?? [];
  return plain.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

export type TermStore = ReturnType<typeof termStore>;

/** Every word that stands in the inbox, once. */
export function termStore(db: Db) {
  const insert = db.prepare<[string]>(
    'INSERT OR IGNORE INTO inbox_terms (term) SELECT value FROM json_each(?)',
  );
  const beginning = db
    .prepare<[string, string, number], string>(
      'SELECT term FROM inbox_terms WHERE term >= ? AND term < ? LIMIT ?',
    )
    .pluck();
  const sized = db
    .prepare<[string, string, number, number], string>(
      `SELECT term FROM inbox_terms WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?`,
    )
    .pluck();
  return {
    /** Call in the transaction that keeps the texts. */
    note(texts: readonly string[]): void {
      const terms = new Set(texts.flatMap(termsOf).filter(({ length }) => length <= longestTerm));
      insert.run(JSON.stringify([...terms]));
    },
    /** Words that begin so; undefined when they are too many to name. */
    beginningWith(start: string): string[] | undefined {
      const found = beginning.all(start, beyond(start), mostBeginning + 1);
      return found.length > mostBeginning ? undefined : found;
    },
    /** Words with the same first letter whose length lies between the two. */
    like: (word: string, shortest: number, longest: number): IterableIterator<string> => {
      const [first = ''] = word;
      return sized.iterate(first, beyond(first), shortest, longest);
    },
  };
}

/** The first text that does not begin so, in the order of the table's bytes. */
function beyond(start: string): string {
  const letters = [...start];
  const last = letters.pop() ?? '';
  return letters.join('') + String.fromCodePoint((last.codePointAt(0) ?? 0) + 1);
}
