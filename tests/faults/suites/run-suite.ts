import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { RunEnd, SuiteName } from './suites.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';

type Said = { end?: RunEnd; broken?: string; seeds?: number[]; free?: boolean };

export type SuiteRun = {
  tally: Tally;
  /** Ends when every block is through, or the workers have stopped. */
  done: Promise<void>;
  stop(): void;
};

/** Works through blocks of seeds in so many processes. */
export function runSuite(
  suite: SuiteName,
  blocks: number[][],
  options: { workers: number; onEnd?: (end: RunEnd) => void },
): SuiteRun {
  const tally = emptyTally();
  const waiting = [...blocks];
  const children: ChildProcess[] = [];

  function take(end: RunEnd): void {
    addTally(tally, end.tally);
    if (end.error !== undefined) tally.failures.push({ seed: end.seed, message: end.error });
    options.onEnd?.(end);
  }

  function hear(child: ChildProcess, { end, broken, seeds, free }: Said): void {
    if (end) take(end);
    // The world of a block broke outside any run.
    if (broken !== undefined) take({ seed: seeds?.[0] ?? 0, tally: emptyTally(), error: broken });
    if (!free) return;
    const block = waiting.shift();
    if (block) child.send(block);
    else child.disconnect();
  }

  function start(): Promise<void> {
    const child = fork(join(import.meta.dirname, 'worker.ts'), [suite], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(child);
    child.on('message', (said: Said) => hear(child, said));
    return new Promise((ended) => {
      child.on('exit', (code, signal) => {
        const isBad = code !== 0 && signal !== 'SIGTERM';
        if (isBad) tally.failures.push({ seed: 0, message: `a worker ended: ${code ?? signal}` });
        ended();
      });
    });
  }

  const all = Promise.all(Array.from({ length: options.workers }, start));
  return {
    tally,
    done: all.then(() => {}),
    stop() {
      waiting.length = 0;
      for (const child of children) child.kill('SIGTERM');
    },
  };
}
