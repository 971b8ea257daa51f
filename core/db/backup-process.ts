// Makes one backup in a process of its own: copying a large library would stop the one that answers.
// Arguments: database file, backup folder, instant in ms, why. Answers one message.
import { makeBackup, pruneBackups, type BackupWhy } from './backup.ts';
import { openDatabase } from './open-database.ts';

export type BackupAnswer =
  { ok: true; backup: ReturnType<typeof makeBackup> } | { ok: false; error: string };

type ParentPort = { postMessage(message: unknown): void };
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

function answer(message: BackupAnswer): void {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}

const [file = '', folder = '', at = '0', why = 'daily'] = process.argv.slice(2);
try {
  const db = openDatabase(file, { readonly: true });
  const backup = makeBackup(db, folder, Number(at), why as BackupWhy);
  pruneBackups(folder);
  db.close();
  answer({ ok: true, backup });
} catch (error) {
  answer({ ok: false, error: error instanceof Error ? error.message : String(error) });
}
process.disconnect?.();
