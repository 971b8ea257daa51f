import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clipIdOf } from '../../shared/scene/film/clip-id.ts';
import type { Layer, Scene } from '../../shared/scene/scene.ts';
import { createFilmFactory, type FilmFactory } from '../../tests/support/film-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { clipCopyUseCases } from './clip-copies.ts';
import { filesOf } from './film-files.ts';
import type { FilmsUses } from './films-uses.ts';
import { playables } from './playables.ts';

let test: TestLibrary;
let make: FilmFactory;
let assetId: string;
let uses: FilmsUses;

beforeAll(async () => {
  test = openTestLibrary();
  make = await createFilmFactory(join(test.tools.folder, 'brought'));
  const path = make.make('old.mp4', {
    ...{ video: 'testsrc=s=64x48:r=10:d=0.5', audio: 'sine=d=0.5' },
    with: ['-c:v', 'mpeg4', '-c:a', 'aac'],
  });
  const brought = await test.library.importPath(path);
  if (!brought.ok) throw new Error(brought.code);
  assetId = brought.assetId;
  const clip = { widthPx: 64, heightPx: 48, durationMs: 500, hasSound: true };
  uses = {
    ...{ library: test.library, facts: { clip: () => clip } },
    music: () => undefined,
  } as unknown as FilmsUses;
});
afterAll(() => test.close());

function sceneOf(steady: boolean): Scene {
  const box = { xPx: 0, yPx: 0, widthPx: 64, heightPx: 48 };
  const clipId = clipIdOf({ assetId, ...(steady && { steady: true }) });
  const layer: Layer = { id: 'c', kind: 'clip', clipId, fromMs: 0, box };
  const heard = { inMs: 0, outMs: 500, fromMs: 0, volume: 1, fadeInMs: 0, fadeOutMs: 0 };
  return {
    ...{ format: '1:1', widthPx: 64, heightPx: 48, durationMs: 500, background: '#000000' },
    ...{ layers: [layer], sounds: [{ id: 's', assetId, ...heard }] },
    audio: { trackId: `asset:${assetId}`, startMs: 0, fadeInMs: 0, fadeOutMs: 0, volume: 1 },
  };
}

const addressesIn = (scene: Scene): string[] => {
  const { clips, sounds } = playables(scene, uses);
  return [...Object.values(clips).map(({ url }) => url), ...Object.values(sounds)];
};
const whatAnswers = (addresses: string[]) =>
  Promise.all(addresses.map((url) => test.library.locate(url, new URLSearchParams())));

it('clips, sounds and own music have addresses that answer, before a copy is there and after', async () => {
  const before = addressesIn(sceneOf(false));
  expect(before).toEqual(Array.from({ length: 3 }, () => `/media/${assetId}/original`));
  expect(await whatAnswers(before)).not.toContain(undefined);
  const use = clipCopyUseCases(test.tools, uses);
  const stateNow = async () => (await use.copies([{ assetId }], 'fr')).items[0]?.state;
  await expect.poll(stateNow, { timeout: 25_000 }).toBe('ready');
  const after = addressesIn(sceneOf(false));
  expect(after).toEqual(Array.from({ length: 3 }, () => `/media/${assetId}/play`));
  expect(await whatAnswers(after)).not.toContain(undefined);
});

it('the export reads a clip as it came, or the copy that was steadied', async () => {
  const signal = new AbortController().signal;
  const original = test.library.readAsset(assetId)?.path;
  expect((await filesOf(uses, sceneOf(false), signal)).clips).toEqual({ [assetId]: original });
  if (!(await test.library.clipCopies.canSteady())) return;
  const steady = await filesOf(uses, sceneOf(true), signal);
  const file = steady.clips[`steady:${assetId}`] ?? '';
  expect(make.probe(file).video).toMatchObject({ codec_name: 'h264', pix_fmt: 'yuv420p' });
  expect(steady.sounds[assetId]).toBe(original);
  expect(addressesIn(sceneOf(true))[0]).toBe(`/media/${assetId}/steady`);
});
