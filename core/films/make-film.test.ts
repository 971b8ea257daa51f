import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClipLayer, Layer, Scene } from '../../shared/scene/scene.ts';
import { openFilmJobs, orderFilm, processesIn } from '../../tests/support/film-orders.ts';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import type { JobQueue } from '../jobs/job-types.ts';
import { findFfmpeg } from '../media/find-ffmpeg.ts';

let test: TestLibrary;
let jobs: JobQueue;
beforeEach(() => {
  test = openTestLibrary();
  jobs = openFilmJobs(test);
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

const workDir = () => join(test.dataDir, 'work');

/** A second of a film of the shop's own. */
async function clipLayer(how = ''): Promise<ClipLayer> {
  const { ffmpegPath } = await findFfmpeg();
  const file = createMediaFactory(test.tools.folder).video(ffmpegPath, 'my clip.mp4', 1, '72x90');
  const brought = await test.library.importPath(file);
  const clipId = `${how}${brought.ok ? brought.assetId : ''}`;
  return { id: 'c', kind: 'clip', clipId, box, fromMs: 0 };
}

function lengthsOf(ffprobePath: string, path: string, stream: string): string[] {
  const asked = ['-select_streams', stream, '-show_entries', 'stream=duration', '-of', 'csv=p=0'];
  return execFileSync(ffprobePath, ['-v', 'error', ...asked, path], { encoding: 'utf8' }).split(
    '\n',
  );
}

describe('the video of a film', () => {
  it('is made of clips with their sound, and kept', async () => {
    const { ffprobePath } = await findFfmpeg();
    const clip = await clipLayer();
    const heard = { inMs: 0, outMs: 500, fromMs: 0, volume: 1, fadeInMs: 0, fadeOutMs: 0 };
    const sounds = [{ id: 's', assetId: clip.clipId, ...heard }];
    const jobId = orderFilm(test, jobs, { ...base, layers: [clip], sounds });
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

  const last = 60 / 61;
  it.each([
    ['while it waits', { at: 'waiting' }, 60_000],
    ['as it begins', { at: 'begun' }, 60_000],
    ['while its clip is steadied', { at: 'steadying' }, 60_000],
    ['at its first frame', { at: 'drawing', fromFrac: 0 }, 60_000],
    ['among its frames', { at: 'drawing', fromFrac: 0.02 }, 60_000],
    ['with its last frame', { at: 'drawing', fromFrac: last }, 61_000 / 30],
  ] as const)(
    'leaves neither a process nor a file when it is cancelled %s',
    async (_when, moment, durationMs) => {
      const layers = moment.at === 'steadying' ? [await clipLayer('steady:')] : base.layers;
      const brought = test.library.list({ kind: 'video' }).total;
      let isReached = false;
      const reached = (id: string) => {
        isReached = true;
        jobs.cancel(id);
      };
      const jobId = orderFilm(test, jobs, { ...base, layers, durationMs }, { moment, reached });
      await jobs.whenEnded(jobId);
      expect(isReached).toBe(true);
      expect(jobs.get(jobId, 'fr')).toMatchObject({ state: 'cancelled', files: [] });
      expect(test.library.list({ kind: 'video' }).total).toBe(brought);
      // What works on a copy is ended beside the job, not by it.
      await expect.poll(() => processesIn(test.dataDir)).toEqual([]);
      await expect.poll(() => (existsSync(workDir()) ? readdirSync(workDir()) : [])).toEqual([]);
      expect(readdirSync(join(test.dataDir, 'cache', 'clips'))).toEqual([]);
    },
  );
});
