import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWholeStudio } from '../../support/open-whole-studio.ts';
import { callIn } from './call-in.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'vitrine-bulk-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

type End = { code: number | null; signal: NodeJS.Signals | null; said: string };

function runChild(killAt: string): Promise<End> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-child.ts'), dataDir], {
    env: { ...process.env, VITRINE_KILL_AT: killAt },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, said })),
  );
}

test('F85 a kill in the middle of an import plans nothing; the same table is then planned once', async () => {
  const ended = await runChild('batch.post:50');
  expect(ended).toMatchObject({ signal: 'SIGKILL', said: '' });
  const { studio, close } = await openWholeStudio({ dataDir });
  const call = callIn(studio);
  try {
    expect((await call.posts.drafts({})).items).toEqual([]);
    expect((await call.posts.batches({})).items).toEqual([]);
    const { session } = await call.bulk.current({});
    expect(session).toMatchObject({ name: 'plan.csv', counts: { rows: 100, errors: 0 } });
    const sessionId = session?.sessionId ?? '';
    const done = await call.bulk.confirm({ sessionId, clientId: 'once' });
    expect(await call.bulk.confirm({ sessionId, clientId: 'once' })).toEqual(done);
    const { posts } = await call.bulk.export({ format: 'csv', drafts: true });
    expect([done.posts, posts]).toEqual([100, 100]);
    expect(await call.posts.undoBatch({ batchId: done.batchId })).toMatchObject({ changed: 100 });
  } finally {
    await close();
  }
});
