import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Layer, Scene } from '../../shared/scene/scene.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { createJobQueue } from '../jobs/job-queue.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import { findFfmpeg } from '../media/find-ffmpeg.ts';
import { startTimeOf } from '../media/worker/process-mark.ts';
import { encoderCases } from './encoders.ts';
import type { FilmsUses } from './films-uses.ts';
import { makeFilm } from './make-film.ts';
import { filmStore } from './store.ts';

let test: TestLibrary;
let jobs: JobQueue;
beforeEach(() => {
  test = openTestLibrary();
  jobs = createJobQueue(test.tools, {
    bootId: 'one',
    describeProblem: ({ code, params }) => ({
      title: code,
      what: JSON.stringify(params),
      todo: '',
    }),
  });
});
afterEach(async () => {
  await jobs.close();
  await test.close();
});

const box = { xPx: 0, yPx: 0, widthPx: 160, heightPx: 200 };
/** Green that comes in slowly, so that every frame is another. */
const ground: Layer = {
  ...{ id: 'ground', kind: 'shape', shape: { kind: 'rect' }, box, fill: '#208040' },
  motions: [{ when: 'in', kind: 'fade', durationMs: 60_000 }],
};
const base: Scene = {
  ...{ format: '4:5', widthPx: 160, heightPx: 200, durationMs: 500 },
  ...{ background: '#ffffff', layers: [ground] },
};

/** Orders the scene as the only format of a film. */
function order(scene: Scene): string {
  const store = filmStore(test.tools.db);
  const row = {
    id: 'f',
    name: 'Arum',
    film: {} as never,
    productIds: [],
    version: 1,
    updatedAt: 1,
  };
  store.insert(row);
  const uses = { library: test.library, music: () => undefined } as unknown as FilmsUses;
  const encoders = encoderCases(test.tools, test.library);
  const making = { tools: test.tools, uses, store, encoders, compose: () => scene };
  const video = (run: Parameters<typeof makeFilm>[1]) => makeFilm(making, run);
  const input = { film: { id: 'f', formats: ['4:5'] } };
  const jobId = jobs.enqueue({ kind: 'video', title: 'Arum', total: 1, input });
  jobs.start({ video, pictures: () => Promise.resolve() });
  return jobId;
}

const workDir = () => join(test.dataDir, 'work');
function runningFfmpeg(): { pid: number; startTime: string } | undefined {
  const marks = existsSync(workDir())
    ? readdirSync(workDir()).map((name) => join(workDir(), name, 'ffmpeg.json'))
    : [];
  const mark = marks.find((file) => existsSync(file));
  const text = mark === undefined ? '' : readFileSync(mark, 'utf8');
  return text === '' ? undefined : (JSON.parse(text) as { pid: number; startTime: string });
}

function lengthsOf(ffprobePath: string, path: string, stream: string): string[] {
  const asked = ['-select_streams', stream, '-show_entries', 'stream=duration', '-of', 'csv=p=0'];
  return execFileSync(ffprobePath, ['-v', 'error', ...asked, path], { encoding: 'utf8' }).split(
    '\n',
  );
}

describe('the video of a film', () => {
  it('is made of clips with their sound, and kept', async () => {
    const { ffmpegPath, ffprobePath } = await findFfmpeg();
    const file = createMediaFactory(test.tools.folder).video(ffmpegPath, 'my clip.mp4', 1, '72x90');
    const brought = await test.library.importPath(file);
    const assetId = brought.ok ? brought.assetId : '';
    const clip: Layer = { id: 'c', kind: 'clip', clipId: assetId, box, fromMs: 0 };
    const heard = { inMs: 0, outMs: 500, fromMs: 0, volume: 1, fadeInMs: 0, fadeOutMs: 0 };
    const jobId = order({ ...base, layers: [clip], sounds: [{ id: 's', assetId, ...heard }] });
    await jobs.whenEnded(jobId);
    const made = jobs.get(jobId, 'fr');
    expect(made).toMatchObject({ state: 'done', files: [{ format: '4:5', durationMs: 500 }] });
    const path = test.library.readAsset(made?.files[0]?.assetId ?? '')?.path ?? '';
    const [lengthS] = lengthsOf(ffprobePath, path, 'a');
    expect(Math.abs(Number(lengthS) - 0.5)).toBeLessThan(0.03);
    const kinds = ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', path];
    expect(execFileSync(ffprobePath, kinds, { encoding: 'utf8' }).trim()).toBe('video\naudio');
    expect(readdirSync(workDir())).toEqual([]);
  });

  it('leaves neither a process nor a file when it is cancelled', async () => {
    const jobId = order({ ...base, durationMs: 60_000 });
    const mark = await expect
      .poll(runningFfmpeg, { timeout: 25_000 })
      .toBeDefined()
      .then(runningFfmpeg);
    expect(startTimeOf(mark?.pid ?? 0)).toBe(mark?.startTime);
    jobs.cancel(jobId);
    await jobs.whenEnded(jobId);
    expect(jobs.get(jobId, 'fr')).toMatchObject({ state: 'cancelled', files: [] });
    expect(readdirSync(workDir())).toEqual([]);
    expect(test.library.list({ kind: 'video' }).total).toBe(0);
    const stillRuns = () => startTimeOf(mark?.pid ?? 0) === mark?.startTime;
    await expect.poll(stillRuns, { timeout: 5000 }).toBe(false);
  });
});
