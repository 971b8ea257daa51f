import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PracticeReady } from '../start-practice-network.ts';

const entry = join(import.meta.dirname, '..', 'main.ts');
const children: ChildProcess[] = [];
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'practice-main-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(dir, { recursive: true, force: true });
});

async function start(
  ...more: string[]
): Promise<{ child: ChildProcess; ready: PracticeReady; lines: string[] }> {
  const child = spawn(
    process.execPath,
    [entry, '--port', '0', '--data', join(dir, 'world'), ...more],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');
  return { child, lines, ready: JSON.parse(lines[0] ?? '') as PracticeReady };
}

async function post(ready: PracticeReady, message: string): Promise<string> {
  const response = await fetch(`${ready.url}/v26.0/${ready.page.id}/feed`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ready.page.token}` },
    body: new URLSearchParams({ message }),
  });
  return ((await response.json()) as { id: string }).id;
}

async function ledger(ready: PracticeReady): Promise<{ objectId: string; text: string }[]> {
  const headers = { authorization: `Bearer ${ready.token}` };
  return (await (await fetch(`${ready.control}/ledger`, { headers })).json()) as never;
}

test('one line of JSON tells all a starter needs, and nothing listens elsewhere', async () => {
  const { ready, child, lines } = await start();
  expect(ready).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
    control: `${ready.url}/control`,
    token: expect.any(String) as string,
    pid: child.pid,
    app: { id: expect.any(String) as string, secret: expect.any(String) as string },
    user: { id: expect.any(String) as string, token: expect.any(String) as string },
    page: { name: expect.any(String) as string },
    instagram: { username: expect.any(String) as string },
    catalogue: { id: expect.any(String) as string },
  });
  await post(ready, 'x');
  expect(lines).toHaveLength(1);
});

test('every effect that was answered outlives SIGKILL, ids and tokens too', async () => {
  const first = await start();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await post(first.ready, `post ${n}`));
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await start();
  const { token, user, page, instagram, catalogue, app } = second.ready;
  expect({ token, user, page, instagram, catalogue, app }).toEqual({
    token: first.ready.token,
    user: first.ready.user,
    page: first.ready.page,
    instagram: first.ready.instagram,
    catalogue: first.ready.catalogue,
    app: first.ready.app,
  });
  const effects = await ledger(second.ready);
  expect(effects.map((effect) => effect.objectId)).toEqual(ids);
  expect(ids).not.toContain(await post(second.ready, 'after'));
});

test('SIGTERM ends it', async () => {
  const { child } = await start();
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

test('it ends when its parent is gone', async () => {
  const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  children.push(parent);
  const { child } = await start('--parent-pid', String(parent.pid));
  const exit = once(child, 'exit');
  parent.kill('SIGKILL');
  expect(await exit).toEqual([0, null]);
});

test('the clock file is the time, read again at each request', async () => {
  const clock = join(dir, 'clock');
  writeFileSync(clock, '2027-01-15T08:00:00Z');
  const { ready } = await start('--clock', clock);
  const date = async (): Promise<string | null> =>
    (await fetch(`${ready.url}/`)).headers.get('date');
  expect(await date()).toBe('Fri, 15 Jan 2027 08:00:00 GMT');
  writeFileSync(clock, '2027-01-15T09:30:00Z\n');
  expect(await date()).toBe('Fri, 15 Jan 2027 09:30:00 GMT');
  writeFileSync(clock, 'half');
  expect(await date()).toBe('Fri, 15 Jan 2027 09:30:00 GMT');
});

test('a port in use is told on standard error with a code', async () => {
  const { ready } = await start();
  const { port } = new URL(ready.url);
  const run = promisify(execFile)(process.execPath, [
    entry,
    '--port',
    port,
    '--data',
    join(dir, 'other'),
  ]);
  await expect(run).rejects.toMatchObject({
    stderr: expect.stringContaining('EADDRINUSE') as string,
  });
});
