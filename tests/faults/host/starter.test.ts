import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-starter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Ready = { url: string; token: string; pid: number };

function ready(child: ChildProcess): Promise<Ready> {
  return new Promise((done, failed) => {
    child.on('exit', (code) => failed(new Error(`ended with ${code}`)));
    if (!child.stdout) return;
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) lines.push(line);
      if (lines.length === 1) done(JSON.parse(lines[0] ?? '') as Ready);
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const serve = ['--data', '', '--port', '0', '--no-open'];

test.each([
  ['npm', ['run', 'serve', '--']],
  [process.execPath, [join(root, 'scripts/serve.mjs')]],
])('the studio ends when %s that started it is killed', async (program, args) => {
  const child = spawn(program, [...args, ...serve.with(1, folder)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { pid, url, token } = await ready(child);
  expect(isAlive(pid)).toBe(true);
  const answer = await fetch(`${url}/rpc/app/info`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
  child.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

test('F7 B41 a second studio on the same folder says which one has it, and ends', async () => {
  const main = join(root, 'server/main.ts');
  const first = spawn(process.execPath, [main, ...serve.with(1, folder)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { pid, url } = await ready(first);
  const second = spawn(process.execPath, [main, ...serve.with(1, folder)], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' },
  });
  let words = '';
  second.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise((done) => second.on('exit', done));
  expect(code).toBe(2);
  expect(words).toContain('already open');
  expect(words).toContain(String(pid));
  expect(words).toContain(url);
  first.kill('SIGTERM');
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});
