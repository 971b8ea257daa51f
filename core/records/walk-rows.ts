import type { Db } from '../db/transact.ts';

/** A column whose values are those of a column of another table. */
type Pointer = { table: string; column: string; to: string; onDelete: string };
type Table = { name: string; columns: { name: string; type: string }[]; pointsAt: Pointing[] };
type Pointing = Omit<Pointer, 'table'> & { parent: string };

/** How rows point at a thread or a comment where the database was not told so. */
const pointingNames: Record<string, { parent: string; to: string }> = {
  thread_id: { parent: 'threads', to: 'id' },
  comment_key: { parent: 'comments', to: 'key' },
  comment_id: { parent: 'comments', to: 'key' },
};

const quote = (name: string) => `"${name}"`;

/** The tables of the library without those that an index keeps for itself. */
export function readTables(db: Db): Table[] {
  const names = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  return names.map(({ name }) => {
    const columns = db
      .prepare<[string], { name: string; type: string }>(
        'SELECT name, type FROM pragma_table_info(?)',
      )
      .all(name);
    const declared = db
      .prepare<[string], { column: string; parent: string; to: string | null; onDelete: string }>(
        `SELECT "from" AS column, "table" AS parent, "to" AS "to", on_delete AS onDelete
         FROM pragma_foreign_key_list(?)`,
      )
      .all(name);
    const known = new Set(declared.map(({ column }) => column));
    const named = columns.flatMap(({ name: column }): Pointing[] => {
      const place = known.has(column) ? undefined : pointingNames[column];
      return place ? [{ column, ...place, onDelete: 'NO ACTION' }] : [];
    });
    const pointsAt = [...declared.map((one) => ({ ...one, to: one.to ?? 'id' })), ...named];
    return { name, columns, pointsAt };
  });
}

export type RowPlace = { table: string; column: string };

/** Goes to rows and, before them, to whatever points at them, table by table as the schema has it: tables that
 *  come later go along by themselves. `values` is a JSON array. */
export function rowWalk(db: Db, visit: (place: RowPlace, values: string) => void) {
  const tables = readTables(db);
  const pointersAt = (parent: string): Pointer[] =>
    tables.flatMap(({ name, pointsAt }) =>
      pointsAt
        .filter((one) => one.parent === parent && one.onDelete !== 'SET NULL')
        .map(({ column, to, onDelete }) => ({ table: name, column, to, onDelete })),
    );

  /** What points at rows, without the rows themselves; `but` are tables that are left alone. */
  function below(place: RowPlace, values: string, but: readonly string[] = []): void {
    const line = [...but, place.table];
    for (const { table, column, to } of pointersAt(place.table)) {
      if (line.includes(table)) continue;
      const keys = db
        .prepare<[string], string>(
          `SELECT json_group_array(${quote(to)}) FROM ${quote(place.table)}
           WHERE ${quote(place.column)} IN (SELECT value FROM json_each(?))`,
        )
        .pluck()
        .get(values);
      if (keys !== undefined && keys !== '[]') whole({ table, column }, keys, line);
    }
  }

  function whole(place: RowPlace, values: string, but: readonly string[] = []): void {
    below(place, values, but);
    visit(place, values);
  }

  /** All rows that carry one of these in a column of their own. */
  function carriers(values: readonly string[], but: ReadonlySet<string>): void {
    if (values.length === 0) return;
    for (const { name, columns } of tables)
      for (const { name: column, type } of but.has(name) ? [] : columns)
        if (type === 'TEXT') whole({ table: name, column }, JSON.stringify(values));
  }

  return { whole, below, carriers };
}

/** How many rows went, by table. */
export type Erased = Map<string, number>;

/** Removes rows with all that points at them. Call it in a transaction. */
export function rowEraser(db: Db, erased: Erased) {
  return rowWalk(db, ({ table, column }, values) => {
    const { changes } = db
      .prepare<[string]>(
        `DELETE FROM ${quote(table)} WHERE ${quote(column)} IN (SELECT value FROM json_each(?))`,
      )
      .run(values);
    if (changes > 0) erased.set(table, (erased.get(table) ?? 0) + changes);
  });
}

/** Reads rows with all that points at them, by table, each once. */
export function rowReader(db: Db, read: Map<string, Map<string, unknown>>) {
  return rowWalk(db, ({ table, column }, values) => {
    const rows = db
      .prepare<[string], Record<string, unknown>>(
        `SELECT * FROM ${quote(table)} WHERE ${quote(column)} IN (SELECT value FROM json_each(?))`,
      )
      .safeIntegers(true)
      .all(values);
    if (rows.length === 0) return;
    const known = read.get(table) ?? new Map<string, unknown>();
    read.set(table, known);
    for (const row of rows) {
      // Keys pass 2^53: they leave as text.
      const plain = Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint' && !Number.isSafeInteger(Number(value))
          ? String(value)
          : typeof value === 'bigint'
            ? Number(value)
            : value,
      ]);
      const told = Object.fromEntries(plain) as unknown;
      known.set(JSON.stringify(told), told);
    }
  });
}

/** How many rows have one of these words somewhere in a text of theirs, by table. */
export function countNaming(
  db: Db,
  words: readonly string[],
  but: ReadonlySet<string>,
): { place: string; rows: number }[] {
  if (words.length === 0) return [];
  const values = JSON.stringify(words.map((word) => word.toLowerCase()));
  return readTables(db).flatMap(({ name, columns }) => {
    const texts = columns.filter(({ type }) => type === 'TEXT').map((one) => quote(one.name));
    if (but.has(name) || texts.length === 0) return [];
    const all = texts.map((text) => `coalesce(${text}, '')`).join(` || char(10) || `);
    const rows =
      db
        .prepare<[string], number>(
          `SELECT count(*) FROM ${quote(name)}
           WHERE EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(lower(${all}), word.value))`,
        )
        .pluck()
        .get(values) ?? 0;
    return rows > 0 ? [{ place: name, rows }] : [];
  });
}
