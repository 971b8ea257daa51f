import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChildHandle, Host } from '../host.ts';
import { createEventBus } from '../events/bus.ts';
import { createBackups } from './backups.ts';

let folder: string;
let endChild: () => void;
let failures: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-backups-'));
  failures = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that dies before it says anything, when the test lets it. */
function dyingProcess(): ChildHandle {
  return {
    pid: undefined,
    send: () => {},
    onMessage: () => {},
    onExit: (listener) => void (endChild = () => listener(null, 'SIGKILL')),
    kill: () => {},
  };
}

function open() {
  return createBackups({
    file: join(folder, 'studio.db'),
    folder,
    host: { startProcess: dyingProcess } as Partial<Host> as Host,
    entry: 'backup-process.ts',
    events: createEventBus(),
    now: () => 0,
    onFailure: (error) => void failures.push(error.message),
  });
}

it('says when the day’s backup failed', async () => {
  const backups = open();
  backups.tick(0);
  endChild();
  await expect.poll(() => failures).toEqual(['the backup process ended without an answer']);
});

it('tells nobody about a backup that ended with the studio', async () => {
  const backups = open();
  backups.tick(0);
  const made = backups.make('daily');
  backups.close();
  endChild();
  await expect(made).rejects.toThrow('without an answer');
  expect(failures).toEqual([]);
});
