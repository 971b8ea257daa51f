import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { studioCaller, type CallStudio } from '../../../../scripts/demo/programs.ts';

const root = resolve(import.meta.dirname, '../../../..');
const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const startLimitMs = 60_000;

/** The real studio in a process of its own: the one that holds the database. */
export type StudioProcess = {
  child: ChildProcess;
  /** Undefined when it ended before it was ready. */
  call: Promise<CallStudio | undefined>;
  ended: Promise<NodeJS.Signals | null>;
  /** What it said on standard error. */
  said(): string;
};

export function startStudioProcess(options: {
  dataDir: string;
  graph: string;
  clockFile: string;
  /** As `publish.C3:2`: where it kills itself. */
  /** Compiled code, written by a start that ended in peace: half the time of the next ones. */
  cacheDir: string;
  killAt?: string | undefined;
}): StudioProcess {
  const { VITRINE_KILL_AT: _, ...env } = process.env;
  const { dataDir, graph, clockFile, cacheDir, killAt } = options;
  const args = ['--data', dataDir, '--graph', graph, '--clock', clockFile];
  const child = spawn(
    process.execPath,
    ['server/main.ts', ...args, '--tick', '0.1', '--port', '0', '--no-open'],
    {
      cwd: root,
      env: {
        ...env,
        NODE_COMPILE_CACHE: cacheDir,
        ...(killAt === undefined ? {} : { VITRINE_KILL_AT: killAt }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-4000)));
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  return { child, call: awaitReady(child, ended), ended, said: () => said };
}

async function awaitReady(
  child: ChildProcess,
  ended: Promise<unknown>,
): Promise<CallStudio | undefined> {
  const line = new Promise<string>((done) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text.startsWith('{')) done(text);
    });
  });
  const late = setTimeout(() => child.kill('SIGKILL'), startLimitMs);
  const first = await Promise.race([line, ended.then(() => undefined)]);
  clearTimeout(late);
  return first === undefined ? undefined : studioCaller(ready.parse(JSON.parse(first)));
}
