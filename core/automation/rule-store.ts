import { ruleContent, type RuleContent } from '../../shared/contract/automation.ts';
import type { Db } from '../db/transact.ts';

export type RuleRow = RuleContent & {
  id: string;
  position: number;
  version: number;
  triedVersion: number | null;
  /** UTC ms since which it acts; null while it is off. */
  enabledAt: number | null;
  updatedAt: number;
};

type Raw = Omit<RuleRow, keyof RuleContent> & { name: string; content: string; perHour: number };

const columns = `id, position, name, content, per_hour AS perHour, version, tried_version AS triedVersion,
  enabled_at AS enabledAt, updated_at AS updatedAt`;

const stored = ruleContent.pick({ when: true, deeds: true });

function readRow({ content, ...row }: Raw): RuleRow {
  return { ...row, ...stored.parse(JSON.parse(content)) };
}

export type RuleStore = ReturnType<typeof ruleStore>;

/** The one writer of rules. */
export function ruleStore(db: Db) {
  const all = db.prepare<[], Raw>(
    `SELECT ${columns} FROM automation_rules WHERE removed_at IS NULL ORDER BY position, id`,
  );
  const find = db.prepare<[string], Raw>(
    `SELECT ${columns} FROM automation_rules WHERE id = ? AND removed_at IS NULL`,
  );
  const name = db
    .prepare<[string], string>('SELECT name FROM automation_rules WHERE id = ?')
    .pluck();
  const on = db
    .prepare<[], 1>(
      'SELECT 1 FROM automation_rules WHERE enabled_at IS NOT NULL AND removed_at IS NULL LIMIT 1',
    )
    .pluck();
  const last = db
    .prepare<[], number>('SELECT coalesce(max(position), 0) FROM automation_rules')
    .pluck();
  const put = db.prepare(
    `INSERT INTO automation_rules (id, position, name, content, per_hour, version, tried_version, enabled_at,
       updated_at)
     VALUES (@id, @position, @name, @content, @perHour, @version, @triedVersion, @enabledAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
       content = excluded.content, per_hour = excluded.per_hour, version = excluded.version,
       tried_version = excluded.tried_version, enabled_at = excluded.enabled_at,
       updated_at = excluded.updated_at`,
  );
  // What comes back is off: much may have changed meanwhile.
  const mark = db.prepare<[number | null, string]>(
    'UPDATE automation_rules SET removed_at = ?, enabled_at = NULL WHERE id = ?',
  );
  return {
    all: () => all.all().map(readRow),
    find(id: string): RuleRow | undefined {
      const raw = find.get(id);
      return raw && readRow(raw);
    },
    /** Also of one that was removed. */
    nameOf: (id: string) => name.get(id),
    areOn: () => on.get() !== undefined,
    nextPosition: () => (last.get() ?? 0) + 1,
    put: ({ when, deeds, ...row }: RuleRow) =>
      void put.run({ ...row, content: JSON.stringify({ when, deeds }) }),
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => mark.run(at, id).changes === 1,
    restore: (id: string): boolean => mark.run(null, id).changes === 1,
  };
}
