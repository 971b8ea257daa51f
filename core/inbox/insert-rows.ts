import type { Db } from '../db/transact.ts';

export type SqlValue = string | number | bigint | null;

/** Rows of one statement, the largest first. */
const rowsAtOnce = [50, 10, 1] as const;

/** Puts rows into a table, many with each statement. A statement that fires triggers has a savepoint of its
 *  own, and at each savepoint the index of words writes out what it gathered: row by row that is most of
 *  the time. */
export function insertRows(db: Db, table: string, columns: readonly string[]) {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const prepareFor = (count: number) =>
    db.prepare<SqlValue[]>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(count).fill(row).join(', ')}`,
    );
  const statements = new Map<number, ReturnType<typeof prepareFor>>();
  return (rows: readonly (readonly SqlValue[])[]): void => {
    let from = 0;
    for (const count of rowsAtOnce) {
      while (rows.length - from >= count) {
        const statement = statements.get(count) ?? prepareFor(count);
        statements.set(count, statement);
        statement.run(...rows.slice(from, from + count).flat());
        from += count;
      }
    }
  };
}
