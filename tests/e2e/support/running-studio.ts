import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { studioCaller, type CallStudio } from '../../../scripts/demo/programs.ts';

const root = resolve(import.meta.dirname, '../../..');
const readyLine = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const readyLimitMs = 60_000;

export type StudioStart = {
  /** A folder of its own is made and removed when left out. */
  dataDir?: string;
  /** Without it the folder is undecided and the welcome shows. */
  practice?: boolean;
  port?: number;
};

export type RunningStudio = z.infer<typeof readyLine> & {
  dataDir: string;
  /** Reads the truth, waits for states; never does what a person does on the screen. */
  call: CallStudio;
  /** Ends it in order; its own folder is removed. */
  stop(): Promise<void>;
  /** SIGKILL; the folder stays. */
  kill(): Promise<void>;
};

/** The studio as `npm run serve` starts it, in a process of its own. */
export async function startStudio(start: StudioStart = {}): Promise<RunningStudio> {
  const dataDir = start.dataDir ?? mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const args = ['--data', dataDir, '--no-open', '--port', String(start.port ?? 0)];
  if (start.practice ?? true) args.push('--practice', '--tick', '1');
  const child = spawn(process.execPath, [join(root, 'server/main.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const ready = await readReady(child);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    ...ready,
    dataDir,
    call: studioCaller(ready),
    async stop() {
      await end('SIGTERM');
      if (start.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

function readReady(child: ChildProcess): Promise<z.infer<typeof readyLine>> {
  return new Promise((done, failed) => {
    let said = '';
    const fail = (why: string) => failed(new Error(`${why}\n${said}`));
    const late = setTimeout(() => fail('The studio was not ready in time.'), readyLimitMs);
    child.on('exit', (code) => fail(`The studio ended with ${code} before it was ready.`));
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(late);
      done(readyLine.parse(JSON.parse(line)));
    });
  });
}

/** Processes that a process started, with their command lines. Linux only. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        if (parent !== pid) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), command }];
      } catch {
        // It ended between the two looks.
        return [];
      }
    });
}
