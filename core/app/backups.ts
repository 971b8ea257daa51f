import { listBackups, type Backup, type BackupWhy } from '../db/backup.ts';
import type { BackupAnswer } from '../db/backup-process.ts';
import type { EventBus } from '../events/bus.ts';
import type { Host } from '../host.ts';

const dayMs = 86_400_000;

export type Backups = {
  list(): Backup[];
  folder: string;
  /** Makes one now; two at the same time share one. Rejects when it failed. */
  make(why: BackupWhy): Promise<Backup>;
  /** Makes the day's backup when the newest is older than a day. */
  tick(now: number): void;
  /** One under way may end or not: nobody is there any more to be told. */
  close(): void;
};

export function createBackups(uses: {
  file: string;
  folder: string;
  host: Host;
  /** Path of the entry file that makes one backup. */
  entry: string;
  events: EventBus;
  now: () => number;
  onFailure: (error: Error) => void;
}): Backups {
  let running: Promise<Backup> | undefined;

  function start(why: BackupWhy): Promise<Backup> {
    return new Promise<Backup>((resolve, reject) => {
      const child = uses.host.startProcess(uses.entry, {
        args: [uses.file, uses.folder, String(uses.now()), why],
      });
      child.onMessage((message) => {
        const answer = message as BackupAnswer;
        if (answer.ok) resolve(answer.backup);
        else reject(new Error(answer.error));
      });
      child.onExit(() => reject(new Error('the backup process ended without an answer')));
    });
  }

  function make(why: BackupWhy): Promise<Backup> {
    running ??= start(why).finally(() => {
      running = undefined;
      uses.events.changed('backups');
    });
    return running;
  }

  let lastTriedAt = -Infinity;
  let isClosed = false;
  return {
    list: () => listBackups(uses.folder),
    folder: uses.folder,
    make,
    tick(now) {
      const newestAt = listBackups(uses.folder)[0]?.at ?? -Infinity;
      // A failed one is tried again after an hour, and said each time.
      if (now - newestAt < dayMs || Math.abs(now - lastTriedAt) < dayMs / 24) return;
      lastTriedAt = now;
      make('daily').catch((error: Error) => {
        if (!isClosed) uses.onFailure(error);
      });
    },
    close: () => void (isClosed = true),
  };
}
