import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLog } from '../core/log.ts';
import { openStudio, type Studio } from '../core/open-studio.ts';
import { createRedactor } from '../core/redact.ts';
import { fileClock, systemClock } from './file-clock.ts';
import { openSecretFile } from './host/secret-file.ts';
import { createServerHost } from './host/server-host.ts';
import { startHttpHost, type HttpHost } from './http/http-host.ts';
import type { ServeArguments } from './arguments.ts';

export type ServeOptions = ServeArguments & { resourcesDir: string };

export type RunningServer = {
  url: string;
  token: string;
  newEntryKey(): string;
  secretsAreWeak: boolean;
  report(error: unknown): void;
  close(): Promise<void>;
};

/** Which folder holds what. `npm start` keeps practice and shop side by side below one folder and
 *  remembers which was open; `--data DIR` is one folder, whose own shop would stand beside it. */
type Folders = { first: string; practice?: string; own: string; remember(folder: string): void };

const closeDelayMs = 1000;

function foldersOf(options: ServeOptions): Folders {
  const base = resolve(options.dataDir);
  if (!options.talk) return { first: base, own: `${base}-shop`, remember: () => {} };
  const note = join(base, 'last-opened');
  const practice = join(base, 'practice');
  const own = join(base, 'shop');
  return {
    first: readNote(note) === 'practice' ? practice : own,
    practice,
    own,
    remember(folder) {
      mkdirSync(base, { recursive: true });
      writeFileSync(note, folder === practice ? 'practice' : 'shop');
    },
  };
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Opens a studio and serves it; answers once a first request would be answered. */
export async function serveStudio(options: ServeOptions): Promise<RunningServer> {
  const folders = foldersOf(options);
  const clock = options.clockFile
    ? fileClock(resolve(options.clockFile), options.tickSeconds)
    : systemClock(options.tickSeconds);
  let studio: Studio;
  let http: HttpHost | undefined;

  async function open(dataDir: string, practice: boolean): Promise<Studio> {
    const redactor = createRedactor();
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const log = createLog(dataDir, redactor);
    const secrets = await openSecretFile(dataDir, redactor.add);
    const host = createServerHost(secrets, log, {
      login: { opens: 'tab', origin: () => http?.url },
      openOwnShop: () => switchTo(folders.own, false),
      ...(folders.practice && dataDir !== folders.practice
        ? { openPractice: () => switchTo(folders.practice ?? dataDir, true) }
        : {}),
    });
    return openStudio({
      dataDir,
      resourcesDir: options.resourcesDir,
      host,
      clock,
      log,
      practice,
      ...(options.graph ? { graph: options.graph } : {}),
      ...(options.clockFile ? { clockFile: resolve(options.clockFile) } : {}),
    });
  }

  /** Opens another folder in the same window; the one before is closed once the answer has left. */
  async function switchTo(dataDir: string, practice: boolean): Promise<{ dataDir: string }> {
    const before = studio;
    studio = await open(dataDir, practice);
    folders.remember(dataDir);
    http?.serve(studio);
    if (http) studio.describeHolder({ pid: process.pid, url: http.url });
    setTimeout(() => void before.close(), closeDelayMs);
    return { dataDir };
  }

  studio = await open(folders.first, options.practice || folders.first === folders.practice);
  http = await startHttpHost({
    port: options.port,
    studio,
    pageRoot: resolve(options.resourcesDir, '../dist/renderer'),
    resourcesDir: options.resourcesDir,
  });
  const { url, sessions } = http;
  studio.describeHolder({ pid: process.pid, url });
  return {
    url,
    token: sessions.token,
    newEntryKey: sessions.newEntryKey,
    secretsAreWeak: studio.secretsAreWeak,
    report: (error) => void studio.report(error),
    async close() {
      await studio.close();
      await http?.close();
    },
  };
}
