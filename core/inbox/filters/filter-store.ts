import type { FilterContent } from '../../../shared/contract/inbox-filters.ts';
import { foldText } from '../../../shared/rules/fold-text.ts';
import type { Db } from '../../db/transact.ts';

export type FilterRow = { id: string; name: string; content: FilterContent };

type Raw = { id: string; name: string; content: string };

const readRow = ({ content, ...row }: Raw): FilterRow => ({
  ...row,
  content: JSON.parse(content) as FilterContent,
});

/** A name as it is compared with others. */
const folded = (name: string): string => foldText(name) || name.trim();

export type FilterStore = ReturnType<typeof filterStore>;

/** The one writer of saved filters. */
export function filterStore(db: Db) {
  const columns = 'id, name, content';
  const all = db.prepare<[], Raw>(
    `SELECT ${columns} FROM inbox_filters WHERE removed_at IS NULL ORDER BY place, id`,
  );
  const find = db.prepare<[string], Raw>(
    `SELECT ${columns} FROM inbox_filters WHERE id = ? AND removed_at IS NULL`,
  );
  const findAny = db.prepare<[string], Raw>(`SELECT ${columns} FROM inbox_filters WHERE id = ?`);
  const named = db
    .prepare<[string], string>(
      'SELECT id FROM inbox_filters WHERE folded = ? AND removed_at IS NULL',
    )
    .pluck();
  const put = db.prepare<Raw & { folded: string }>(
    `INSERT INTO inbox_filters (id, name, folded, content, place)
     VALUES (@id, @name, @folded, @content,
       (SELECT coalesce(max(place), 0) + 1 FROM inbox_filters))
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded,
       content = excluded.content`,
  );
  const remove = db.prepare<[number, string]>(
    'UPDATE inbox_filters SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
  );
  const restore = db.prepare<[string, string, string]>(
    'UPDATE inbox_filters SET removed_at = NULL, name = ?, folded = ? WHERE id = ?',
  );
  const setPlace = db.prepare<[number, string]>('UPDATE inbox_filters SET place = ? WHERE id = ?');
  const one = (raw: Raw | undefined) => raw && readRow(raw);
  return {
    /** In their order. */
    all: () => all.all().map(readRow),
    find: (id: string) => one(find.get(id)),
    /** Removed ones too. */
    findAny: (id: string) => one(findAny.get(id)),
    idOf: (name: string) => named.get(folded(name)),
    /** A new one stands last. */
    put: ({ id, name, content }: FilterRow) =>
      void put.run({ id, name, folded: folded(name), content: JSON.stringify(content) }),
    /** Answers false for one that is not there. */
    remove: (id: string, at: number): boolean => remove.run(at, id).changes === 1,
    /** Back to its place, under this name. */
    restore: (id: string, name: string) => void restore.run(name, folded(name), id),
    order: (ids: readonly string[]) => ids.forEach((id, index) => setPlace.run(index + 1, id)),
  };
}
