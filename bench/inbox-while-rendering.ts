import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { studioCaller, type CallStudio } from '../scripts/demo/programs.ts';
import { startProgram } from '../scripts/lib/start-program.ts';
import { largeInbox } from './inbox-library.ts';
import { photoInputs } from './inputs.ts';
import { judge, time, type BenchLine } from './measure.ts';

const seconds = 15;
const pageSize = 50;
const idlePages = 200;
/** A merchant who leafs through as fast as anybody can. */
const pauseMs = 25;
const warmPages = 20;

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const page = z.object({ items: z.array(z.unknown()), next: z.string().optional() });
const job = z.object({ state: z.string() });
const withId = z.object({ id: z.string() });

/** Pages of an inbox of a million comments, asked for over HTTP while a 15 s video is made of five photos,
 *  beside the same pages of the same studio idle. The figures are the 95th of a hundred. */
export async function benchInboxWhileRendering(): Promise<BenchLine[]> {
  const photos = await photoInputs(5);
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const dataDir = join(folder, 'shop');
  mkdirSync(dataDir);
  copyFileSync(await largeInbox(), join(dataDir, 'studio.db'));
  const args = ['--data', dataDir, '--port', '0', '--no-open'];
  const studio = await startProgram({ entry: 'server/main.ts', args }, ready);
  try {
    const call = studioCaller(studio.ready);
    const filmId = await beginFilm(call, photos);
    const leaf = leafThrough(call);
    await pagesWhile(leaf, (count) => count < warmPages);
    const idle = await pagesWhile(leaf, (count) => count < idlePages);
    const busy = await whileRendering(call, filmId, leaf);
    const against = `the same pages of the same studio idle, p95; ${busy.length} pages while rendering`;
    const line = { name: 'inbox-while-rendering', target: 2, better: 'lower', against } as const;
    return [judge(line, p95(busy), p95(idle))];
  } finally {
    await studio.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function beginFilm(call: CallStudio, photos: string[]): Promise<string> {
  const productIds: string[] = [];
  for (const [index, path] of photos.entries()) {
    const sku = `ARU-${index}`;
    const saved = { sku, title: 'Arum d’Éthiopie', price: 1990, stock: 2 };
    productIds.push((await call('catalogue/save', saved, withId)).id);
    const { items } = await call(
      'media/importFiles',
      { paths: [path] },
      z.object({ items: z.array(z.object({ assetId: z.string() })) }),
    );
    const named = [{ assetId: items[0]?.assetId, name: `${sku}.jpg` }];
    await call('catalogue/attachByName', { photos: named }, z.unknown());
  }
  const wish = { styleId: 'vitrine', productIds, seconds };
  return (await call('films/begin', wish, withId)).id;
}

/** Ever older pages; from the newest again at the end. */
function leafThrough(call: CallStudio): () => Promise<void> {
  let cursor: string | undefined;
  return async () => {
    const { items, next } = await call('inbox/threads', { limit: pageSize, cursor }, page);
    if (items.length !== pageSize) throw new Error(`a page of ${items.length} threads`);
    cursor = next;
  };
}

/** How long each page took while `isWanted`. */
async function pagesWhile(
  leaf: () => Promise<void>,
  isWanted: (count: number) => boolean | Promise<boolean>,
): Promise<number[]> {
  const tookMs: number[] = [];
  while (await isWanted(tookMs.length)) {
    tookMs.push(await time(leaf));
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
  return tookMs;
}

async function whileRendering(
  call: CallStudio,
  filmId: string,
  leaf: () => Promise<void>,
): Promise<number[]> {
  const order = { id: filmId, formats: ['9:16'] };
  const { jobId } = await call('films/render', order, z.object({ jobId: z.string() }));
  let state = 'queued';
  const tookMs = await pagesWhile(leaf, async (count) => {
    if (count % 10 === 0) state = (await call('jobs/get', { jobId }, job)).state;
    return state === 'queued' || state === 'running';
  });
  if (state !== 'done') throw new Error(`the video is ${state}`);
  return tookMs;
}

function p95(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0;
}
