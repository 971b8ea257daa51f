import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FromStudio } from '../messages.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = join(root, 'dist', `node-test-${process.pid}`);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-bundle-'));
  for (const mode of ['shell', 'preload']) {
    const args = ['build', '--config', 'vite.node.config.ts', '--mode', mode, '--outDir', outDir];
    const built = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), ...args, '--logLevel', 'error'],
      { cwd: root },
    );
    expect(built.stderr.toString()).toBe('');
    expect(built.status).toBe(0);
  }
}, 120_000);
afterAll(() => {
  rmSync(outDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the bundled studio with a stand-in for Electron's parentPort until it is done with. */
async function runStudio(
  dataDir: string,
  until: (message: FromStudio) => boolean,
): Promise<FromStudio> {
  const start = {
    dataDir,
    resourcesDir: join(root, 'resources'),
    practice: false,
    secrets: { kind: 'test', weak: false },
  };
  const shim = join(root, 'tests/support/fake-parent-port.mjs');
  const child = spawn(process.execPath, [
    '--import',
    shim,
    join(outDir, 'studio.js'),
    JSON.stringify(start),
  ]);
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const found = await new Promise<FromStudio>((done, failed) => {
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('exit', () => failed(new Error(`ended early: ${errors}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line) as FromStudio;
      if (until(message)) done(message);
    });
  });
  child.stdin.write(`${JSON.stringify({ type: 'stop' })}\n`);
  if (found.type === 'refused') child.kill();
  await ended;
  return found;
}

test('the bundled studio opens a data folder, and ends when told to', async () => {
  const answer = await runStudio(join(folder, 'shop'), (message) => message.type === 'ready');
  expect(answer).toEqual({ type: 'ready' });
});

test('B40 the bundled studio refuses a damaged library with a sentence, and leaves it as it is', async () => {
  const file = join(folder, 'studio.db');
  writeFileSync(file, 'not a database');
  const answer = await runStudio(folder, (message) => message.type === 'refused');
  expect(answer).toMatchObject({ type: 'refused' });
  expect(JSON.stringify(answer)).toContain('studio.db');
  expect(readFileSync(file, 'utf8')).toBe('not a database');
});

test('the preload is one CommonJS file that asks for nothing but electron', () => {
  const text = readFileSync(join(outDir, 'preload.cjs'), 'utf8');
  const asked = [...text.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
  expect(asked).toEqual(['electron']);
});

test('electron-builder understands the packaging file', async () => {
  const require = createRequire(join(root, 'node_modules/electron-builder/package.json'));
  const config = require('app-builder-lib/out/util/config/config') as {
    getConfig(root: string, path: string | null, inline: object): Promise<object>;
    validateConfiguration(config: object, logger: object): Promise<void>;
  };
  const logger = { isEnabled: false, add: () => {} };
  const read = await config.getConfig(root, join(root, 'electron-builder.yml'), {});
  await expect(config.validateConfiguration(read, logger)).resolves.toBeUndefined();
  await expect(
    config.validateConfiguration({ ...read, npmRebuilt: false }, logger),
  ).rejects.toThrow('npmRebuilt');
});
