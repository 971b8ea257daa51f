import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newId } from '../core/db/new-id.ts';
import { openDatabase } from '../core/db/open-database.ts';
import { largeInbox } from './inbox-library.ts';
import { compare, type BenchLine } from './measure.ts';

const root = join(import.meta.dirname, '..');
const rowCount = 100_000;

/** From the start of the process to the first answered call: with the history of jobs that a studio in use
 *  piles up, and with an inbox of a million comments, beside an empty folder. */
export async function benchStart(): Promise<BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const empty = join(folder, 'empty');
  const jobs = join(folder, 'jobs');
  const inbox = join(folder, 'inbox');
  try {
    mkdirSync(inbox);
    copyFileSync(await largeInbox(), join(inbox, 'studio.db'));
    for (const dataDir of [empty, jobs, inbox]) await startAndAsk(dataDir);
    fill(join(jobs, 'studio.db'));
    return [
      await beside(empty, { name: 'start-100k-rows', dataDir: jobs }),
      await beside(empty, { name: 'start-1m-comments', dataDir: inbox }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function beside(
  empty: string,
  { name, dataDir }: { name: string; dataDir: string },
): Promise<BenchLine> {
  return compare({
    name,
    target: 1.3,
    better: 'lower',
    rounds: 7,
    against: 'the start of an empty folder',
    ours: () => startAndAsk(dataDir),
    yardstick: () => startAndAsk(empty),
  });
}

/** Rows of jobs and their files, the history that a studio in use piles up. */
function fill(file: string): void {
  const db = openDatabase(file);
  const job = db.prepare(
    `INSERT INTO jobs (id, kind, title, state, total, input, created_at, ended_at)
     VALUES (?, 'pictures', ?, 'done', 4, '{}', ?, ?)`,
  );
  db.transaction(() => {
    for (let row = 0; row < rowCount; row++) {
      const at = Date.UTC(2026, 0, 1) + row * 1000;
      job.run(newId(), `Lot ${row}`, at, at);
    }
  }).immediate();
  db.close();
}

async function startAndAsk(dataDir: string): Promise<void> {
  const args = [join(root, 'server/main.ts'), '--data', dataDir, '--port', '0', '--no-open'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  try {
    const { url, token } = await readyLine(child.stdout);
    const answer = await fetch(`${url}/rpc/app/info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`app/info answered ${answer.status}`);
    await answer.text();
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function readyLine(stdout: NodeJS.ReadableStream): Promise<{ url: string; token: string }> {
  for await (const line of createInterface({ input: stdout }))
    if (line.startsWith('{')) return JSON.parse(line) as { url: string; token: string };
  throw new Error('the studio ended before it was ready');
}
