import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('ends in silence when its parent is gone before it could speak', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-orphan-'));
  const file = join(folder, 'said.txt');
  const said = openSync(file, 'w');
  try {
    const child = fork(join(import.meta.dirname, 'main.ts'), [], {
      stdio: ['ignore', said, said, 'ipc'],
    });
    const ended = once(child, 'exit');
    child.disconnect();
    expect([await ended, readFileSync(file, 'utf8')]).toEqual([[0, null], '']);
  } finally {
    closeSync(said);
    rmSync(folder, { recursive: true });
  }
}, 60_000);
