import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Host } from '../../core/host.ts';

/** The Node that the project runs under, whichever started the tests. */
const node = resolve(import.meta.dirname, '../../node_modules/.bin/node');

/** Starts child processes as the hosts do. `pids` are those started so far. */
export function createTestHost(): Pick<Host, 'startProcess'> & { pids: number[] } {
  const pids: number[] = [];
  return {
    pids,
    startProcess(entry, { args = [], env = {} } = {}) {
      const child = fork(entry, args, {
        execPath: node,
        execArgv: [],
        env: { ...process.env, ...env },
        serialization: 'json',
      });
      if (child.pid) pids.push(child.pid);
      return {
        pid: child.pid,
        send: (message) => {
          if (child.connected) child.send(message as object, () => {});
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.on('exit', listener),
        kill: () => void child.kill('SIGKILL'),
      };
    },
  };
}
