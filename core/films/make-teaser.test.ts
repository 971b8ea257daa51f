import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { createJobQueue } from '../jobs/job-queue.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import { findFfmpeg } from '../media/find-ffmpeg.ts';
import { encodeWithSharp, makeTeaser } from '../media/worker/make-teaser.ts';
import type { WorkerTools } from '../media/worker/worker-tools.ts';
import type { FilmsUses } from './films-uses.ts';
import { teaserCases } from './make-teaser.ts';
import { filmStore } from './store.ts';

let test: TestLibrary;
let jobs: JobQueue;
beforeEach(() => {
  test = openTestLibrary();
  jobs = createJobQueue(test.tools, {
    bootId: 'one',
    describeProblem: ({ code }) => ({ title: code, what: code, todo: '' }),
  });
});
afterEach(async () => {
  await jobs.close();
  await test.close();
});

/** A clear orange with something that moves over it, tagged as our own films are. */
const moving = 'color=c=0xE06020:s=180x320:r=30:d=2[g];testsrc2=s=90x90:r=30:d=2[m];[g][m]overlay';
const still = 'color=c=0xE06020:s=180x320:r=30:d=2';

async function makeFilm(graph: string, name = 'video.mp4'): Promise<string> {
  const { ffmpegPath } = await findFfmpeg();
  const path = join(test.tools.folder, name);
  const source = ['-v', 'error', '-y', '-f', 'lavfi', '-i', graph];
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  const tones = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-colorspace', 'bt709'];
  execFileSync(ffmpegPath, [...source, ...tones, ...coded, path]);
  return path;
}

/** A film of which this video is made. */
async function addFilm(graph: string, durationMs = 2000): Promise<string> {
  const path = await makeFilm(graph);
  const thumbPath = join(test.tools.folder, 'thumb.webp');
  await sharp({ create: { width: 9, height: 16, channels: 3, background: '#e06020' } })
    .webp()
    .toFile(thumbPath);
  const asset = test.library.addStudioFile({
    ...{ path, thumbPath, name: 'Arum 9x16.mp4', mime: 'video/mp4', format: '9:16', durationMs },
    ...{ widthPx: 180, heightPx: 320, sizeBytes: statSync(path).size, hash: 'ab'.repeat(32) },
    ...{ productIds: ['p'], notes: [] },
  });
  const store = filmStore(test.tools.db);
  store.insert({
    ...{ id: 'f', name: 'Arum', film: {} as never, productIds: [], version: 1, updatedAt: 1 },
  });
  const made = { assetId: asset.id, filmId: 'f', format: '9:16' as const, print: 'x', version: 1 };
  store.insertMade(made, 1);
  return asset.id;
}

function openCases(library = test.library as FilmsUses['library']) {
  const cases = teaserCases({
    tools: test.tools,
    uses: { library, jobs },
    store: filmStore(test.tools.db),
  });
  jobs.start({ video: cases.runner, pictures: () => Promise.resolve() });
  return cases;
}

async function ended(jobId: string) {
  await jobs.whenEnded(jobId);
  return jobs.get(jobId, 'fr');
}

const wish = { id: 'f', format: '9:16', lengthMs: 1000 } as const;
const workFolders = () => readdirSync(join(test.dataDir, 'work'));

describe('a teaser', () => {
  it('is made of both kinds, moves, plays without end and stands in the library', async () => {
    const assetId = await addFilm(moving);
    const cases = openCases();
    for (const kind of ['gif', 'webp'] as const) {
      // From the film, and of the video itself from beyond its end.
      const from = kind === 'gif' ? wish : { assetId, lengthMs: 1000, fromMs: 90_000 };
      const job = await ended(cases.order({ ...from, kind }).jobId);
      expect(job).toMatchObject({ state: 'done', files: [{ widthPx: 180, heightPx: 320 }] });
      const made = test.library.get(job?.files[0]?.assetId ?? '');
      const its = { name: `Arum 9x16.${kind}`, mime: `image/${kind}`, kind: 'photo' };
      expect(made).toMatchObject({ ...its, format: '9:16', productIds: ['p'] });
      const { path = '', sizeBytes } = test.library.readAsset(made?.id ?? '') ?? {};
      expect(statSync(path).size).toBe(sizeBytes);
      const { pages, loop, delay = [] } = await sharp(path).metadata();
      expect({ pages, loop }).toEqual({ pages: 15, loop: 0 });
      expect(Math.abs(delay.reduce((sum, ms) => sum + ms, 0) - 1000)).toBeLessThan(50);
      const corner = { left: 120, top: 200, width: 40, height: 80 };
      const cut = await sharp(path).removeAlpha().extract(corner).png().toBuffer();
      const { channels } = await sharp(cut).stats();
      for (const [index, level] of [0xe0, 0x60, 0x20].entries())
        expect(Math.abs((channels[index]?.mean ?? 0) - level)).toBeLessThan(12);
      const thumb = await test.library.locate(`/media/${made?.id}/thumb`, new URLSearchParams());
      expect(await sharp(thumb?.file).metadata()).toMatchObject({ format: 'webp', width: 180 });
    }
    expect(workFolders()).toEqual([]);
  });

  it('asks for a video first, and says so when nothing moves', async () => {
    const cases = openCases();
    await addFilm(still);
    expect(() => cases.order({ ...wish, format: '1:1', kind: 'gif' })).toThrow(
      expect.objectContaining({ code: 'teaser-video' }) as Error,
    );
    const job = await ended(cases.order({ ...wish, kind: 'webp' }).jobId);
    expect(job).toMatchObject({ state: 'failed', code: 'teaser-still', files: [] });
    expect(workFolders()).toEqual([]);
  });

  it('leaves nothing when it is cancelled', async () => {
    await addFilm(moving);
    const { workers } = test.library;
    let jobId = '';
    const run: typeof workers.run = (op, input, options) =>
      workers.run(op, input, { ...options, onProgress: () => jobs.cancel(jobId) });
    const cases = openCases({ ...test.library, workers: { ...workers, run } });
    ({ jobId } = cases.order({ ...wish, kind: 'gif' }));
    expect(await ended(jobId)).toMatchObject({ state: 'cancelled', files: [] });
    expect(workFolders()).toEqual([]);
    expect(test.library.list({ kind: 'photo' }).total).toBe(0);
  });

  it('is a WebP also where ffmpeg writes none', async () => {
    const path = await makeFilm(moving);
    const outPath = join(test.tools.folder, 'own.webp');
    const plan = { ...step, path, fromMs: 500, lengthMs: 1000 };
    await encodeWithSharp(workerTools(), plan, test.tools.folder, outPath);
    const its = { format: 'webp', width: 180, height: 320, pages: 12, loop: 0 };
    expect(await sharp(outPath).metadata()).toMatchObject(its);
  });

  it('gets coarser until it is small enough, and is nothing rather than too large', async () => {
    const { folder } = test.tools;
    const its = { kind: 'gif', fromMs: 0, lengthMs: 1000, folder } as const;
    const paths = { outPath: join(folder, 'own.gif'), thumbPath: join(folder, 'own-thumb.webp') };
    const input = { ...its, ...paths, path: await makeFilm(moving) };
    const fine = await makeTeaser(workerTools(), { ...input, maxBytes: 8_000_000 });
    const maxBytes = fine.sizeBytes - 1;
    const coarse = await makeTeaser(workerTools(), { ...input, maxBytes });
    expect(coarse.sizeBytes).toBeLessThanOrEqual(maxBytes);
    expect([fine.frames, coarse.frames]).toEqual([15, 12]);
    const none = makeTeaser(workerTools(), { ...input, outPath: `${folder}/x.gif`, maxBytes: 99 });
    await expect(none).rejects.toMatchObject({ code: 'video-failed' });
    expect(readdirSync(folder).filter((name) => name.startsWith('x.gif'))).toEqual([]);
  });
});

const step = { longestPx: 480, framesPerSecond: 12 };

/** For the operations themselves, without a process of their own. */
function workerTools(): WorkerTools {
  return {
    ...{ sharp: () => Promise.resolve(sharp), ffmpeg: () => findFfmpeg(), progress: () => {} },
    signal: new AbortController().signal,
  } as unknown as WorkerTools;
}
