// Runs one of our TypeScript entries under a fitting Node, as a child that dies with us.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { findNode } from './find-node.mjs';
import { watchStarter } from './watch-starter.mjs';

const graceMs = 12_000;

/** Ends when the entry ends, with its exit code. When whoever started us dies, or tells us to stop,
 *  the entry is asked to stop and gets the time to finish what it must not leave half-done. */
export function runEntry(entry, args, { env = {} } = {}) {
  const child = spawn(findNode(), [entry, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let stopping = false;

  function stop() {
    if (stopping) return;
    stopping = true;
    if (child.connected) child.disconnect();
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  }

  watchStarter(stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
