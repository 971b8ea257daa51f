import { fork, spawn } from 'node:child_process';
import type { ChildHandle, Host, SecretStore } from '../../core/host.ts';
import type { Log } from '../../core/log.ts';

const wakeCheckMs = 5000;
/** A timer that comes this much late means that the machine slept. */
const sleptMs = 20_000;

function startProcess(
  entry: string,
  options: { args?: string[]; env?: Record<string, string> } | undefined,
  log: Log,
): ChildHandle {
  const child = fork(entry, options?.args ?? [], {
    env: { ...process.env, ...options?.env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (chunk: Buffer) =>
    log.warn({ entry, pid: child.pid }, chunk.toString()),
  );
  child.on('error', (error) => log.error({ entry, err: error }, 'child process'));
  return {
    pid: child.pid,
    send(message) {
      if (child.connected) child.send(message as object);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' };

/** Opens an address in the person's browser; https only, or our own machine. */
export function openInBrowser(address: string): void {
  const url = URL.parse(address);
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (!url || url.username || (url.protocol !== 'https:' && !isLocal)) return;
  const child = spawn(openers[process.platform] ?? 'xdg-open', [url.href], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => {});
  child.unref();
}

function watchSleep(listener: () => void): () => void {
  let lastAt = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - lastAt > sleptMs) listener();
    lastAt = now;
  }, wakeCheckMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The machine as seen from the loopback host: no desktop shell, the browser is the window. */
export function createServerHost(
  secrets: SecretStore,
  log: Log,
  more: Pick<Host, 'openOwnShop' | 'openPractice' | 'login'> = {},
): Host {
  return {
    kind: 'server',
    secrets,
    notify: (note) => log.info({ note }, 'notification'),
    openExternal: openInBrowser,
    onWake: watchSleep,
    startProcess: (entry, options) => startProcess(entry, options, log),
    ...more,
  };
}
