import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import type { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const readyLimitMs = 60_000;

export type ProgramStart = {
  /** A file of this project. */
  entry: string;
  args: string[];
  /** Another program with its arguments that starts ours as its last ones. */
  within?: readonly string[];
};
export type RunningProgram<T> = {
  ready: T;
  /** Ends it and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
};

/** Starts one of our programs and waits for its one line of JSON. It ends when this process does. Throws
 *  with what it said when it ends, or takes more than a minute, before that line. */
export async function startProgram<T>(
  { entry, args, within = [] }: ProgramStart,
  shape: z.ZodType<T>,
): Promise<RunningProgram<T>> {
  const [program = '', ...rest] = [...within, process.execPath, join(root, entry), ...args];
  const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const ready = await readReady(child, shape);
  return {
    ready,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

function readReady<T>(child: ChildProcess, shape: z.ZodType<T>): Promise<T> {
  return new Promise((done, failed) => {
    let said = '';
    const fail = (why: string) => failed(new Error(`${why}\n${said}`));
    const late = setTimeout(() => fail('The program was not ready in time.'), readyLimitMs);
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => fail(`The program ended with ${code} before it was ready.`));
    child.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-8000)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      clearTimeout(late);
      done(shape.parse(JSON.parse(line)));
    });
  });
}
