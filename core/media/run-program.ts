import { spawn } from 'node:child_process';

export type ProgramRun = {
  exitCode: number | null;
  stdout: Buffer;
  /** The last lines it said, for the report. */
  lastLines: string;
  /** Set when it was stopped for running too long or saying too much. */
  stopped?: 'time' | 'size';
};

/** Runs a program without a shell, with nothing to read, in a folder of its own, for a limited time. */
export function runProgram(
  program: string,
  args: string[],
  options: {
    folder: string;
    timeoutMs: number;
    maxBytes?: number;
    signal?: AbortSignal;
    /** Hears what it says as it comes. */
    onOutput?: (chunk: Buffer) => void;
    onStart?: (pid: number) => void;
  },
): Promise<ProgramRun> {
  const maxBytes = options.maxBytes ?? 64_000_000;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    if (child.pid) options.onStart?.(child.pid);
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    let said = '';
    let stopped: ProgramRun['stopped'];
    const stop = (why: ProgramRun['stopped']) => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('time'), options.timeoutMs);
    const onAbort = () => stop(undefined);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      options.onOutput?.(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) stop('size');
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
      resolve({
        exitCode,
        stdout: Buffer.concat(chunks),
        lastLines: said,
        ...(stopped && { stopped }),
      });
    });
  });
}
