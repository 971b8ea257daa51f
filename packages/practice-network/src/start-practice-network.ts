import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpecLists } from './graph/spec-lists.ts';
import { openUsageMeter } from './graph/usage-meter.ts';
import { handleRequest, type Timers } from './http/handle-request.ts';
import type { Network } from './network.ts';
import { openFileClock, openMovableClock, type PracticeClock } from './practice-clock.ts';
import { openRecorder } from './record/open-recorder.ts';
import { routes } from './routes.ts';
import { settleWorld } from './settle-world.ts';
import { openIdentity, type WorldKind } from './world/identity.ts';
import { readSettings, writeSettings, type Settings } from './world/settings.ts';
import { openTables, type Tables, type World } from './world/world.ts';

export interface PracticeOptions {
  /** Where the world is kept; a folder of its own that goes away with `close` when not given. */
  dataDir?: string;
  /** A free port of its own choice when 0 or not given. */
  port?: number;
  seed?: number;
  /** A file that holds the instant to take for now. */
  clockFile?: string;
  /** The clock below the movable one, for use within a test's own time. */
  readClock?: () => number;
  settings?: Partial<Settings>;
  /** What a new world is filled with: one shop unless told. */
  world?: WorldKind;
  /** What requests name is appended to this file; never values or tokens. */
  recordFile?: string;
}

/** What a starter must know; the line that the command prints. */
export interface PracticeReady {
  url: string;
  control: string;
  token: string;
  pid: number;
  app: { id: string; secret: string };
  user: { id: string; token: string };
  page: { id: string; token: string; name: string };
  instagram: { id: string; username: string };
  catalogue: { id: string };
}

export interface PracticeNetwork {
  ready: PracticeReady;
  close(): Promise<void>;
}

const tickMs = 1000;

/** Starts a practice network on 127.0.0.1; it is usable once this resolves. */
export async function startPracticeNetwork(
  options: PracticeOptions = {},
): Promise<PracticeNetwork> {
  const dir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'practice-network-'));
  const tables = openTables(dir);
  const clock = openClock(tables, options);
  const seed = Number(tables.readMeta('seed') ?? options.seed ?? 1);
  const identity = openIdentity(tables, seed, clock.now(), options.world);
  if (options.settings !== undefined) writeSettings(tables, { ...options.settings });
  const address = { origin: '' };
  const world = {
    ...tables,
    seed,
    clock,
    origin: () => address.origin,
    ...recording(tables, options),
  };
  const network: Network = { world, identity, lists: openSpecLists(), usage: openUsageMeter() };
  const timers: Timers = new Set();
  const server = createServer((request, response) => {
    void handleRequest(network, routes, timers, request, response);
  });
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    tables.close();
    throw error;
  });
  address.origin = `http://127.0.0.1:${port}`;
  const ticking = setInterval(() => tick(network), tickMs);
  ticking.unref();
  return {
    ready: readyLine(network),
    close: async () => {
      clearInterval(ticking);
      for (const timer of timers) clearTimeout(timer);
      await closeServer(server);
      world.close();
      if (options.dataDir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}

function recording(tables: Tables, { recordFile }: PracticeOptions): Pick<World, 'record'> {
  return recordFile === undefined ? {} : { record: openRecorder(tables, recordFile) };
}

function openClock(tables: Tables, options: PracticeOptions): PracticeClock {
  if (options.clockFile !== undefined) return openFileClock(options.clockFile);
  const memory = {
    readAheadMs: () => Number(tables.readMeta('clockAheadMs') ?? 0),
    writeAheadMs: (aheadMs: number) => tables.writeMeta('clockAheadMs', String(aheadMs)),
  };
  return openMovableClock(memory, options.readClock);
}

function tick({ world }: Network): void {
  try {
    world.clock.refresh();
    settleWorld(world, readSettings(world));
  } catch (error) {
    // A full disk must not end the network; the next request tells it again.
    process.stderr.write(
      `practice network: ${error instanceof Error ? error.message : 'failed'}\n`,
    );
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function readyLine({ world, identity }: Network): PracticeReady {
  const { app, user, page, instagram, catalogue } = identity;
  return {
    url: world.origin(),
    control: `${world.origin()}/control`,
    token: identity.controlToken,
    pid: process.pid,
    app,
    user,
    page,
    instagram,
    catalogue,
  };
}
