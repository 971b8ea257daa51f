import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { startTimeOf } from '../../../core/media/worker/process-mark.ts';
import { studioCaller, type CallStudio } from '../../../scripts/demo/programs.ts';
import { startProgram, type RunningProgram } from '../../../scripts/lib/start-program.ts';
import { createMediaFactory } from '../../support/media-factory.ts';

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const job = z.object({
  state: z.string(),
  code: z.string().optional(),
  problem: z.object({ what: z.string(), todo: z.string() }).optional(),
  files: z.array(z.object({ path: z.string(), assetId: z.string(), durationMs: z.number() })),
});
const film = z.object({
  id: z.string(),
  version: z.number(),
  film: z.looseObject({ parts: z.array(z.looseObject({ durationMs: z.number() })) }),
});
const ordered = z.object({ jobId: z.string() });
const library = z.object({ total: z.number() });
const mark = z.object({ pid: z.number(), startTime: z.string() });
const anything = z.unknown();

let folder: string;
let studio: RunningProgram<z.infer<typeof ready>>;
let call: CallStudio;
let filmId: string;

async function start(within: string[] = []): Promise<void> {
  const args = ['--data', join(folder, 'shop'), '--port', '0', '--no-open', '--practice'];
  studio = await startProgram({ entry: 'server/main.ts', args, within }, ready);
  call = studioCaller(studio.ready);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-film-'));
  await start();
  const photo = await createMediaFactory(join(folder, 'brought')).jpeg('ARU-14.jpg', 800, 800);
  const saved = { sku: 'ARU-14', title: 'Arum', price: 1990, stock: 2 };
  const { id: productId } = await call('catalogue/save', saved, z.object({ id: z.string() }));
  const { items } = await call(
    'media/importFiles',
    { paths: [photo] },
    z.object({ items: z.array(z.object({ assetId: z.string() })) }),
  );
  const photos = [{ assetId: items[0]?.assetId, name: 'ARU-14.jpg' }];
  await call('catalogue/attachByName', { photos }, anything);
  const wish = { styleId: 'vitrine', productIds: [productId], seconds: 6 };
  filmId = (await call('films/begin', wish, film)).id;
  await studio.end('SIGTERM');
}, 120_000);
beforeEach(() => start());
afterEach(() => studio.end('SIGTERM'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Orders the film; it becomes another with every name of length, so that it is really made. */
async function order(seconds: number): Promise<string> {
  const known = await call('films/get', { id: filmId }, film);
  const [first] = known.film.parts;
  const parts = [{ ...first, durationMs: seconds * 1000 }];
  const changed = { id: filmId, version: known.version, film: { ...known.film, parts } };
  await call('films/save', changed, anything);
  return (await call('films/render', { id: filmId, formats: ['1:1'] }, ordered)).jobId;
}

const workDir = () => join(folder, 'shop', 'work');
const workFolders = () => (existsSync(workDir()) ? readdirSync(workDir()) : []);
const filesInLibrary = async () => (await call('media/list', { limit: 1 }, library)).total;

/** The ffmpeg that is taking the frames of a film. */
async function encoder(): Promise<z.infer<typeof mark>> {
  let found: z.infer<typeof mark> | undefined;
  const look = () => {
    for (const name of workFolders())
      try {
        const text = readFileSync(join(workDir(), name, 'ffmpeg.json'), 'utf8');
        found = mark.parse(JSON.parse(text));
      } catch {
        // Not begun yet, or half written.
      }
    return found;
  };
  await expect.poll(look, { timeout: 60_000, interval: 20 }).toBeDefined();
  return found ?? { pid: 0, startTime: '' };
}

async function endOf(jobId: string): Promise<z.infer<typeof job>> {
  const stateNow = async () => (await call('jobs/get', { jobId }, job)).state;
  await expect.poll(stateNow, { timeout: 90_000 }).toMatch(/done|failed|cancelled/);
  return call('jobs/get', { jobId }, job);
}

test('F78 a film whose ffmpeg is killed says what to do, and is made when it is tried again', async () => {
  const before = await filesInLibrary();
  const jobId = await order(5);
  process.kill((await encoder()).pid, 'SIGKILL');
  const failed = await endOf(jobId);
  expect(failed).toMatchObject({ state: 'failed', code: 'video-failed', files: [] });
  expect(failed.problem?.todo).toMatch(/\S/);
  expect(workFolders()).toEqual([]);
  const again = await endOf(await order(1));
  expect(again).toMatchObject({ state: 'done', files: [{ durationMs: 1000 }] });
  expect(await filesInLibrary()).toBe(before + 1);
}, 180_000);

test('F17 a film that was under way when the studio died is made after all, and once', async () => {
  const before = await filesInLibrary();
  const jobId = await order(2);
  const { pid, startTime } = await encoder();
  process.kill(studio.ready.pid, 'SIGKILL');
  await studio.end('SIGKILL');
  await start();
  const made = await endOf(jobId);
  expect(made).toMatchObject({ state: 'done', files: [{ durationMs: 2000 }] });
  expect(existsSync(made.files[0]?.path ?? '')).toBe(true);
  expect(await filesInLibrary()).toBe(before + 1);
  expect(startTimeOf(pid)).not.toBe(startTime);
  expect(workFolders()).toEqual([]);
}, 180_000);

test('a cancelled film leaves no file, no folder and no ffmpeg', async () => {
  const before = await filesInLibrary();
  const jobId = await order(30);
  const { pid, startTime } = await encoder();
  await call('jobs/cancel', { jobId }, job);
  await expect.poll(workFolders, { timeout: 20_000 }).toEqual([]);
  await expect.poll(() => startTimeOf(pid) === startTime, { timeout: 20_000 }).toBe(false);
  expect((await endOf(jobId)).state).toBe('cancelled');
  expect(await filesInLibrary()).toBe(before);
}, 120_000);

test('F77 without an ffmpeg a film says what to do, and everything else works', async () => {
  await studio.end('SIGTERM');
  await start(['env', 'FFMPEG_PATH=/nowhere/ffmpeg']);
  const failed = await endOf(await order(3));
  expect(failed).toMatchObject({ state: 'failed', code: 'ffmpeg-missing' });
  expect(failed.problem?.todo).toMatch(/FFMPEG_PATH/);
  expect(workFolders()).toEqual([]);
}, 120_000);
