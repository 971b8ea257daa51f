// The loopback host: the studio in a browser tab, for development, scripts, tests, and machines
// without a desktop shell.
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { listBackups } from '../core/db/backup.ts';
import { LibraryRefused } from '../core/db/library-refused.ts';
import { outliveRejections } from '../core/outlive-rejections.ts';
import { createSay } from '../core/texts.ts';
import type { Language } from '../shared/contract/shapes.ts';
import { ArgumentError, readArguments, usage, type ServeArguments } from './arguments.ts';
import { openInBrowser } from './host/server-host.ts';
import { serveStudio, type RunningServer } from './serve-studio.ts';

const resourcesDir = resolve(import.meta.dirname, '../resources');
const refusedExitCode = 2;
const usageExitCode = 64;

const say = createSay(resourcesDir);
const language: Language = /^fr/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '')
  ? 'fr'
  : 'en';
const text = (key: string, params?: Record<string, unknown>) =>
  say(language, `refusals:${key}`, params);

function tellRefusal(refused: LibraryRefused, dataDir: string): void {
  const backup = listBackups(resolve(dataDir, 'backups'))[0]?.path ?? '–';
  const params = { pid: '?', url: '?', ...refused.params, backup };
  for (const part of ['title', 'what', 'todo']) {
    process.stderr.write(`${text(`${refused.reason}.${part}`, params)}\n`);
  }
}

function tellReady(server: RunningServer, options: ServeArguments): void {
  if (!options.talk) {
    const { url, token } = server;
    process.stdout.write(`${JSON.stringify({ url, token, pid: process.pid })}\n`);
    return;
  }
  const address = () => `${server.url}/?token=${server.newEntryKey()}`;
  const first = address();
  const lines = [text('ready.open', { url: first }), text('ready.enter'), text('ready.window')];
  if (server.secretsAreWeak) lines.push(text('ready.weak'));
  process.stdout.write(`${lines.join('\n')}\n`);
  if (options.open) openInBrowser(first);
  if (process.stdin.isTTY) {
    createInterface({ input: process.stdin }).on('line', () => {
      process.stdout.write(`${text('ready.open', { url: address() })}\n`);
    });
  }
}

function stopWith(server: RunningServer): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.stderr.write(`${text('ready.stopping')}\n`);
    void server.close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Whoever started us is gone.
  process.on('disconnect', stop);
}

function readOptions(): ServeArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    process.stderr.write(`${error.message}\n${usage}\n`);
    process.exit(usageExitCode);
  }
}

const options = readOptions();
try {
  const server = await serveStudio({ ...options, resourcesDir });
  outliveRejections(server.report);
  stopWith(server);
  tellReady(server, options);
} catch (error) {
  if (!(error instanceof LibraryRefused)) throw error;
  tellRefusal(error, options.dataDir);
  process.exit(refusedExitCode);
}
