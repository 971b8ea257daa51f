import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { resourcesDir } from '../../support/test-tools.ts';
import type { Harness } from './publishing-harness.ts';

export type ChildEnd = { signal: NodeJS.Signals | null; output: string; errors: string };

const entry = resolve(import.meta.dirname, 'crash-child.ts');

/** Starts a second studio on the data of the harness, whose own engine must be idle. */
export function startCrashChild(
  harness: Harness,
  options: { killAt?: string; forMs: number },
): { child: ChildProcess; ended: Promise<ChildEnd> } {
  const { tools, fixture } = harness;
  const now = tools.clock.now();
  const databaseFile = join(tools.folder, 'studio.db');
  const order = { databaseFile, resourcesDir, now, untilAt: now + options.forMs, fixture };
  const { VITRINE_KILL_AT: _, ...env } = process.env;
  const child = spawn(process.execPath, [entry], {
    env: options.killAt === undefined ? env : { ...env, VITRINE_KILL_AT: options.killAt },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Not in a file: the order holds tokens.
  child.stdin?.end(JSON.stringify(order));
  return { child, ended: waitForEnd(child) };
}

async function waitForEnd(child: ChildProcess): Promise<ChildEnd> {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (errors += String(chunk)));
  const deadline = setTimeout(() => child.kill('SIGTERM'), 25_000);
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(deadline);
  return { signal, output, errors };
}

/** The child moved the network's clock: the harness's own clock leads again, from there on. */
export async function takeClockBack(harness: Harness, forMs: number): Promise<void> {
  harness.tools.advance(forMs);
  await harness.control.setClock(harness.tools.clock.now());
}
