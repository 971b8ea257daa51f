import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { openDatabase } from '../../../../core/db/open-database.ts';
import type { Db } from '../../../../core/db/transact.ts';
import { startHttpHost } from '../../../../server/http/http-host.ts';
import { openWholeStudio } from '../../../support/open-whole-studio.ts';
import { resourcesDir } from '../../../support/test-tools.ts';
import { createDice, type Dice } from '../dice.ts';
import { count, type Numbers } from '../tally.ts';
import type { Door, Knock, Outcome } from './door.ts';
import { frameKnocks } from './knock-frames.ts';
import { requestKnocks } from './knock-requests.ts';
import { uploadKnocks } from './knock-uploads.ts';

export type VisitCounts = { visits: number; taken: number; told: Numbers; how: Numbers };

export type DoorsWorld = {
  /** So many visits as the seed makes them, a few at once. Throws where one breaks a rule. */
  run(seed: number, visits: number): Promise<VisitCounts>;
  close(): Promise<void>;
};

const knocks = [requestKnocks, uploadKnocks, frameKnocks];
const limits = { bodyMs: 500, uploadIdleMs: 500, lingerMs: 100, unreadBytes: 1024 * 1024 };
const atOnce = 6;
/** More resident memory than that over a whole world is a leak: nothing here keeps anything. */
const mostGrowthBytes = 400_000_000;
const quietMs = 10_000;

/** A whole studio behind its own host, a guest who behaves, and a reader of what lies on the disk. */
export async function openDoorsWorld(): Promise<DoorsWorld> {
  const outside = mkdtempSync(join(tmpdir(), 'vitrine-doors-'));
  const dataDir = join(outside, 'shop');
  mkdirSync(dataDir);
  const at = Date.parse('2026-11-24T08:12:00Z');
  // Nothing is due: whatever is written was asked for.
  const clock = { now: () => at, tickSeconds: 86_400, manual: true };
  const whole = await openWholeStudio({ dataDir, clock });
  const host = await startHttpHost({
    ...{ port: 0, studio: whole.studio, pageRoot: '/nowhere', resourcesDir, limits },
  });
  const door: Door = { port: host.port, token: host.sessions.token };
  const guest = await openGuest(door);
  const reader = openDatabase(join(dataDir, 'studio.db'), { readonly: true });
  const disk = readDisk(outside, reader);
  const faults: string[] = [];
  const onRejection = (error: unknown) => faults.push(`unhandled: ${String(error)}`);
  process.on('unhandledRejection', onRejection);
  const openAtRest = openSockets();
  const memoryAtRest = process.memoryUsage().rss;

  async function judge(outcomes: Outcome[]): Promise<void> {
    await guest.ask();
    await quiet(() => openSockets() - openAtRest, 'connections were kept');
    await quiet(disk.halves, 'halves of uploads were kept');
    disk.judge(outcomes.flatMap(({ uploaded }) => (uploaded ? [uploaded] : [])));
    const growth = process.memoryUsage().rss - memoryAtRest;
    if (growth > mostGrowthBytes) throw new Error(`${Math.round(growth / 1e6)} MB more memory`);
    if ('polluted' in {}) throw new Error('a message changed what every object has');
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  async function visitTogether(chosen: Knock[], dice: Dice): Promise<Outcome[]> {
    const names = chosen.map(({ name }) => name).join(', ');
    const visit = async (knock: Knock) => {
      const own = createDice(dice.below(2 ** 30));
      return knock.visit(door, own).catch((error: unknown) => {
        throw new Error(`${knock.name}: ${String(error)}`, { cause: error });
      });
    };
    const outcomes = await Promise.all(chosen.map(visit));
    await judge(outcomes).catch((error: unknown) => {
      throw new Error(`after ${names}: ${String(error)}`, { cause: error });
    });
    return outcomes;
  }

  async function run(seed: number, visits: number): Promise<VisitCounts> {
    const dice = createDice(seed);
    const counts: VisitCounts = { visits, taken: 0, told: {}, how: {} };
    for (let done = 0; done < visits;) {
      const size = Math.min(1 + dice.below(atOnce), visits - done);
      const chosen = Array.from({ length: size }, () => dice.pick(dice.pick(knocks)));
      for (const { told, uploaded } of await visitTogether(chosen, dice)) {
        count(counts.told, told);
        if (uploaded) counts.taken += 1;
      }
      for (const { name } of chosen) count(counts.how, name);
      done += size;
    }
    return counts;
  }

  return {
    run,
    async close() {
      process.off('unhandledRejection', onRejection);
      guest.leave();
      reader.close();
      await host.close();
      await whole.close();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

/** Until nothing is left of what the visits began: connections on both sides, files on their way. */
async function quiet(left: () => number, what: string): Promise<void> {
  const until = performance.now() + quietMs;
  while (left() > 0) {
    if (performance.now() > until) throw new Error(`${left()} ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Somebody who came in properly, stays, and is always answered. */
async function openGuest({ port, token }: Door) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc-ws`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  let asked = 0;
  function ask(): Promise<void> {
    const id = `guest-${(asked += 1)}`;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the guest got no answer')), quietMs);
      const hear = (data: Buffer) => {
        if (!data.toString('utf8').includes(`"${id}"`)) return;
        clearTimeout(late);
        socket.off('message', hear);
        resolve();
      };
      socket.on('message', hear);
      if (socket.readyState !== WebSocket.OPEN) reject(new Error('the guest was let go'));
      socket.send(JSON.stringify({ i: id, p: { u: '/app/info' } }));
    });
  }
  await ask();
  return { ask, leave: () => socket.terminate() };
}

type Row = { id: string; name: string; size_bytes: number };

/** What lies on the disk and in the library: exactly the uploads that were taken. */
function readDisk(outside: string, reader: Db) {
  const mediaDir = join(outside, 'shop', 'media');
  const list = () => readdirSync(join(outside, 'shop')).filter((name) => !/-(wal|shm)$/.test(name));
  const before = list().join();
  const version = reader.prepare<[], number>('PRAGMA data_version').pluck();
  const rows = reader.prepare<[], Row>(`SELECT id, name, size_bytes FROM assets`);
  const known = new Set<string>();
  let seen = version.get();

  function judgeUpload({ assetId, bytes }: { assetId: string; bytes: Buffer }): void {
    known.add(assetId);
    if (!readFileSync(join(mediaDir, 'uploads', assetId)).equals(bytes))
      throw new Error('an upload is not what was sent');
  }

  function judgeName({ name }: Row): void {
    if (name === '' || name.length > 200 || !name.isWellFormed() || /[\p{Cc}\\/\u202e]/u.test(name))
      throw new Error(`kept the name ${JSON.stringify(name)}`);
  }

  return {
    halves: () => readdirSync(join(mediaDir, 'incoming')).length,
    judge(uploads: { assetId: string; bytes: Buffer }[]): void {
      uploads.forEach(judgeUpload);
      if (uploads.length === 0 && version.get() !== seen) throw new Error('something was written');
      seen = version.get();
      const found = rows.all();
      found.forEach(judgeName);
      const ids = found.map(({ id }) => id).toSorted();
      const places = readdirSync(join(mediaDir, 'uploads')).toSorted();
      const wanted = [...known].toSorted().join();
      if (ids.join() !== wanted || places.join() !== wanted)
        throw new Error(`${known.size} uploads, ${ids.length} rows, ${places.length} files`);
      if (list().join() !== before) throw new Error(`new in the folder: ${list().join()}`);
      if (readdirSync(outside).join() !== 'shop') throw new Error('a file beside the folder');
    },
  };
}
