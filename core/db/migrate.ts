import type { Migration } from './migration.ts';
import { applicationId } from './schema-probe.ts';
import type { Db } from './transact.ts';

export function schemaVersion(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Brings the schema to the last of `migrations`, each step in a transaction of its own together with
 *  its version number, so that a crash leaves either the old or the new step. The log is folded in
 *  after each: the header of the closed file must tell the true version. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  const from = schemaVersion(db);
  for (const migration of migrations) {
    if (migration.version <= from) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
}
