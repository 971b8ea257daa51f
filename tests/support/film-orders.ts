// A scene ordered as the only format of a film, made by real workers and cancelled when the test says so.
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { encoderCases } from '../../core/films/encoders.ts';
import type { FilmsUses } from '../../core/films/films-uses.ts';
import { makeFilm } from '../../core/films/make-film.ts';
import { filmStore } from '../../core/films/store.ts';
import { createJobQueue } from '../../core/jobs/job-queue.ts';
import type { JobQueue } from '../../core/jobs/job-types.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { TestLibrary } from './test-library.ts';

/** What an order can be cancelled at. */
export type FilmMoment =
  { at: 'waiting' | 'begun' | 'steadying' } | { at: 'drawing'; fromFrac: number };

export function openFilmJobs({ tools }: TestLibrary): JobQueue {
  const describeProblem = ({ code, params }: { code: string; params: object }) => ({
    ...{ title: code, what: JSON.stringify(params), todo: '' },
  });
  return createJobQueue(tools, { bootId: 'one', describeProblem });
}

/** Orders it and answers its job; `reached` is called at the moment that is waited for, if it comes. */
export function orderFilm(
  test: TestLibrary,
  jobs: JobQueue,
  scene: Scene,
  its: {
    moment?: FilmMoment;
    reached?: (jobId: string) => void;
    music?: FilmsUses['music'];
    /** Where photos stand that were not brought in. */
    photos?: Record<string, string>;
  } = {},
): string {
  const { moment, reached = () => {}, music = () => undefined, photos = {} } = its;
  const { tools, library } = test;
  const store = filmStore(tools.db);
  const row = { name: 'Arum', film: {} as never, productIds: [], version: 1, updatedAt: 1 };
  const filmId = tools.newId();
  store.insert({ id: filmId, ...row });
  const input = { film: { id: filmId, formats: [scene.format] } };
  const jobId = jobs.enqueue({ kind: 'video', title: 'Arum', total: 1, input });
  if (moment?.at === 'waiting') reached(jobId);
  const watched: FilmsUses['library'] = {
    ...library,
    readAsset: (id) => (photos[id] ? ({ path: photos[id] } as never) : library.readAsset(id)),
    async makeWorkFolder() {
      const folder = await library.makeWorkFolder();
      if (moment?.at === 'begun') reached(jobId);
      return folder;
    },
  };
  if (moment?.at === 'steadying')
    tools.events.on((event) => {
      if (event.type === 'changed' && event.topic === 'clips') reached(jobId);
    });
  const uses = { library: watched, music } as unknown as FilmsUses;
  const making = {
    tools,
    uses,
    store,
    encoders: encoderCases(tools, library),
    compose: () => scene,
  };
  const progress = (frac: number) => {
    if (moment?.at === 'drawing' && frac >= moment.fromFrac) reached(jobId);
  };
  jobs.start({
    video: (run) => makeFilm(making, { ...run, progress }),
    pictures: () => Promise.resolve(),
  });
  return jobId;
}

/** Processes that work in a folder below this one, or in one that was there. */
export function processesIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(join('/proc', pid, 'cwd')).startsWith(`${folder}/`);
    } catch {
      // Gone meanwhile, or somebody else's.
      return false;
    }
  });
}
