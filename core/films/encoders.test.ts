import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Scene } from '../../shared/scene/scene.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { createSettings } from '../db/settings.ts';
import { createJobQueue } from '../jobs/job-queue.ts';
import { encoderCases, type EncoderCases } from './encoders.ts';
import type { FilmsUses } from './films-uses.ts';
import { makeFilm } from './make-film.ts';
import { filmStore } from './store.ts';

let shop: TestLibrary;
let encoders: EncoderCases;
beforeEach(() => {
  shop = openTestLibrary();
  encoders = encoderCases(shop.tools, shop.library);
});
afterEach(() => shop.close());

/** Of another system: no computer that runs this has it. */
const foreign = process.platform === 'win32' ? 'h264_videotoolbox' : 'h264_mf';

test('software makes films; only what this machine has can be chosen, once for each wish', async () => {
  expect(encoders.chosen()).toBe('libx264');
  const { chosen, items } = await encoders.view();
  expect([chosen, items[0], items.includes(foreign)]).toEqual(['libx264', 'libx264', false]);
  await expect(encoders.choose(foreign)).rejects.toMatchObject({ code: 'encoder-missing' });
  await expect(encoders.choose('libx265')).rejects.toMatchObject({ code: 'encoder-missing' });
  expect(await encoders.choose('libx264', 'wish')).toEqual({ chosen: 'libx264', items });
});

test('a folder brought from another machine makes its film in software, and says so', async () => {
  createSettings(shop.tools.db).set('films.encoder', { chosen: foreign });
  const describeProblem = () => ({ title: 'refused', what: '', todo: '' });
  const jobs = createJobQueue(shop.tools, { bootId: 'one', describeProblem });
  const scene: Scene = {
    ...{ format: '1:1', widthPx: 64, heightPx: 64, durationMs: 200 },
    ...{ background: '#204030', layers: [] },
  };
  const store = filmStore(shop.tools.db);
  const row = { id: 'f', name: 'Arum', film: {} as never, productIds: [], version: 1 };
  store.insert({ ...row, updatedAt: 1 });
  const uses = { library: shop.library, music: () => undefined } as unknown as FilmsUses;
  const making = { tools: shop.tools, uses, store, encoders, compose: () => scene };
  const input = { film: { id: 'f', formats: ['1:1'] } };
  const jobId = jobs.enqueue({ kind: 'video', title: 'Arum', total: 1, input });
  jobs.start({ video: (run) => makeFilm(making, run), pictures: () => Promise.resolve() });
  await jobs.whenEnded(jobId);
  expect(jobs.get(jobId, 'fr')).toMatchObject({
    ...{ state: 'done', files: [{ format: '1:1', durationMs: 200 }] },
    problems: [{ code: 'encoder-refused', problem: { title: 'refused' } }],
  });
  // From now on nothing is tried in vain.
  expect(encoders.chosen()).toBe('libx264');
  const at = new Date(shop.tools.clock.now()).toISOString();
  expect(await encoders.view()).toMatchObject({ refused: { encoder: foreign, at } });
  await jobs.close();
});
