import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  openFilmJobs,
  orderFilm,
  processesIn,
  type FilmMoment,
} from '../tests/support/film-orders.ts';
import { openTestLibrary, type TestLibrary } from '../tests/support/test-library.ts';
import { inputsDir, photoInputs } from './inputs.ts';
import { judge, type BenchLine } from './measure.ts';
import { describeFilm } from './video.ts';

const limitMs = 1000;
const lookEveryMs = 5;
const seconds = 15;
/** As it begins, while photos are read and sounds mixed, among its frames, and with its last ones. */
const moments: FilmMoment[] = [
  { at: 'begun' },
  ...[0, 0.05, 0.3, 0.6, 0.96].map((fromFrac) => ({ at: 'drawing', fromFrac }) as const),
];

/** From cancelling a film of 15 s of 1080 × 1920 to the moment at which its job has ended and neither its
 *  ffmpeg nor a file is left: the slowest of several moments, against a second. */
export async function benchVideoCancel(): Promise<BenchLine[]> {
  const photos = await photoInputs(5);
  const folder = join(inputsDir, 'video-cancel');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { input } = describeFilm(photos, folder, seconds);
  const track = Object.values(input.sounds ?? {})[0];
  const music = track === undefined ? undefined : { durationMs: 0, ...input.music, path: track };
  const sources = { photos: input.photos, music: () => music };
  const studio = openTestLibrary();
  const jobs = openFilmJobs(studio);
  try {
    const took: number[] = [];
    for (const moment of moments) {
      const cancelled = new Promise<number>((resolve) => {
        let isFirst = true;
        const reached = (jobId: string) => {
          if (!isFirst) return;
          isFirst = false;
          const fromMs = performance.now();
          jobs.cancel(jobId);
          void jobs.whenEnded(jobId).then(() => resolve(fromMs));
        };
        orderFilm(studio, jobs, input.scene, { ...sources, moment, reached });
      });
      const fromMs = await cancelled;
      while (isLeft(studio)) await pause(lookEveryMs);
      took.push(performance.now() - fromMs);
    }
    console.log(`video-cancel: ${took.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
    const line = { name: 'video-cancel', target: 1, better: 'lower' } as const;
    return [judge({ ...line, against: 'one second' }, Math.max(...took), limitMs)];
  } finally {
    await jobs.close();
    await studio.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLeft({ dataDir }: TestLibrary): boolean {
  const work = join(dataDir, 'work');
  return processesIn(dataDir).length > 0 || (existsSync(work) && readdirSync(work).length > 0);
}
