import type { Migration } from '../migration.ts';
import type { Db } from '../transact.ts';

const rebuilt = ['targets', 'remote_steps', 'intents', 'receipts'] as const;

/** Children before parents. */
const dropped = [...rebuilt].reverse();

type SchemaRow = { name: string; type: string; tbl_name: string; sql: string };

/** SQLite cannot change a CHECK or drop a UNIQUE: the table and those that refer to it are written
 *  anew, by the words they were made with, whatever columns they have by now. */
function rebuild(db: Db, change: (table: string, sql: string) => string): void {
  const schema = db
    .prepare<[], SchemaRow>(
      `SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL
       AND tbl_name IN (${rebuilt.map((table) => `'${table}'`).join(', ')})`,
    )
    .all();
  const sqlOf = (table: string) => schema.find((row) => row.name === table)?.sql ?? '';
  const indices = schema.filter((row) => row.type === 'index');
  for (const index of indices) db.exec(`DROP INDEX ${index.name}`);
  for (const table of rebuilt) db.exec(`ALTER TABLE ${table} RENAME TO old_${table}`);
  for (const table of rebuilt) {
    db.exec(change(table, sqlOf(table)));
    db.exec(`INSERT INTO ${table} SELECT * FROM old_${table}`);
  }
  for (const table of dropped) db.exec(`DROP TABLE old_${table}`);
  for (const index of indices) db.exec(index.sql);
}

function replaceOnce(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`The table has no ${part}`);
  return text.replace(part, by);
}

export const migration: Migration = {
  version: 13,
  name: 'changes',
  up(db) {
    rebuild(db, (table, sql) => {
      if (table !== 'targets') return sql;
      const withRoles = replaceOnce(
        sql,
        `role IN ('post', 'first-comment')`,
        `role IN ('post', 'first-comment', 'text', 'deletion', 'withdrawal')`,
      );
      // A post may be changed more than once on one account.
      return withRoles.replace(/,\s*UNIQUE \(post_id, account_id, role\)/, '');
    });
    db.exec(`
      -- Taken off the network from here.
      ALTER TABLE targets ADD COLUMN removed_at INTEGER;
      CREATE UNIQUE INDEX targets_one_of_a_kind ON targets (post_id, account_id, role)
        WHERE role IN ('post', 'first-comment');
      -- The rebuilt table lost the index that its UNIQUE was.
      CREATE INDEX targets_post ON targets (post_id);

      -- The published post that this one was made from.
      ALTER TABLE posts ADD COLUMN source_id TEXT;
    `);
  },
};
