import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AssetFact } from '../../shared/facts.ts';
import { createFilmFactory, type FilmFactory } from '../../tests/support/film-factory.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import type { ClipCopyKind } from './clip-copy-arguments.ts';

let test: TestLibrary;
let make: FilmFactory;
let other: AssetFact;
const oldCoding = ['-c:v', 'mpeg4', '-q:v', '2'];
/** Each frame is lighter than the one before. */
const lighter =
  "color=black:s=32x18:r=30:d=1,format=yuv420p,geq=lum='16+7*N':cb=128:cr=128,scale=200:112";

beforeAll(async () => {
  test = openTestLibrary();
  make = await createFilmFactory(join(test.tools.folder, 'brought'));
  // Not every browser decodes it; a picture now and then.
  other = await bring('other.mp4', {
    video: `${lighter},select='not(mod(n,4))+eq(n,5)'`,
    audio: 'sine=d=1:r=44100',
    with: [...oldCoding, '-vsync', 'vfr', '-c:a', 'mp3'],
  });
});
afterAll(() => test.close());

async function bring(name: string, wish: Parameters<FilmFactory['make']>[1]): Promise<AssetFact> {
  const brought = await test.library.importPath(make.make(name, wish));
  if (!brought.ok) throw new Error(brought.code);
  return test.library.readAsset(brought.assetId) as AssetFact;
}

const stateOf = (asset: AssetFact, kind: ClipCopyKind) =>
  test.library.clipCopies.look(asset, kind).state;
const whenSettled = async (asset: AssetFact, kind: ClipCopyKind) => {
  await expect.poll(() => stateOf(asset, kind), { timeout: 25_000 }).not.toBe('making');
  return stateOf(asset, kind);
};
const workFolders = () => readdirSync(join(test.dataDir, 'work'));

it('a film that every browser plays is played as it is', async () => {
  const plain = await bring('plain.mp4', { video: 'testsrc=s=160x90:r=30:d=0.2' });
  expect(stateOf(plain, 'play')).toBe('none');
});

it('any other gets a small copy: the same pictures at the same moments', async () => {
  const { clipCopies } = test.library;
  expect(clipCopies.peek(other, 'play')).toBeUndefined();
  expect(clipCopies.look(other, 'play')).toEqual({ state: 'making', progressFrac: 0 });
  expect(await whenSettled(other, 'play')).toBe('ready');
  const file = clipCopies.fileOf(other, 'play');
  const { video, audio } = make.probe(file);
  expect(video).toMatchObject({ codec_name: 'h264', pix_fmt: 'yuv420p', width: 200 });
  expect(audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  // At each sixtieth of a second the picture that the film shows then.
  const light = (frames: Buffer[]) => frames.map((frame) => Math.round((frame[0] ?? 0) / 20));
  const shown = make.moments(other.path).map((at) => Math.round(at * 1000));
  const copied = light(make.frames(file, 1, 1));
  const kept = light(make.frames(other.path, 1, 1));
  const wanted = copied.map((_, n) => kept[shown.findLastIndex((at) => at <= (n * 1000) / 60 + 1)]);
  expect(copied.length).toBeGreaterThan(50);
  expect(copied).toEqual(wanted);
  expect(workFolders()).toEqual([]);
});

it('a copy that is lost is made again, and goes with its film', async () => {
  const { clipCopies, locate, bin } = test.library;
  const address = () => locate(`/media/${other.id}/play`, new URLSearchParams());
  rmSync(clipCopies.fileOf(other, 'play'));
  expect(await address()).toBeUndefined();
  expect(await whenSettled(other, 'play')).toBe('ready');
  expect(await address()).toMatchObject({ file: clipCopies.fileOf(other, 'play') });
  const again = await bring('another.mp4', {
    video: 'testsrc=s=192x108:r=10:d=0.3',
    with: oldCoding,
  });
  expect(await whenSettled(again, 'play')).toBe('ready');
  await bin.erase([again.id]);
  expect(existsSync(clipCopies.fileOf(again, 'play'))).toBe(false);
  expect(existsSync(clipCopies.fileOf(other, 'play'))).toBe(true);
});

it('a copy can be stopped, and made after all', async () => {
  const { clipCopies } = test.library;
  rmSync(clipCopies.fileOf(other, 'play'));
  clipCopies.look(other, 'play');
  clipCopies.stop(other, 'play');
  expect(await whenSettled(other, 'play')).toBe('stopped');
  expect(workFolders()).toEqual([]);
  clipCopies.again(other, 'play');
  expect(await whenSettled(other, 'play')).toBe('ready');
});

it('a film that is damaged since says so, and leaves nothing', async () => {
  const cut = await bring('cut.mp4', {
    video: 'testsrc=s=192x108:r=10:d=0.5',
    with: oldCoding,
  });
  truncateSync(cut.path, 200);
  expect(await whenSettled(cut, 'play')).toBe('failed');
  expect(test.library.clipCopies.peek(cut, 'play')).toMatchObject({
    problem: { code: 'clip-unreadable' },
  });
  writeFileSync(cut.path, 'ffconcat version 1.0\nfile other.mp4\n');
  test.library.clipCopies.again(cut, 'play');
  expect(await whenSettled(cut, 'play')).toBe('failed');
  expect(existsSync(test.library.clipCopies.fileOf(cut, 'play'))).toBe(false);
  expect(workFolders()).toEqual([]);
});

/** How much a film changes from picture to picture, away from its edges. */
function restlessness(path: string): number {
  const [widthPx, heightPx] = [160, 120] as const;
  const frames = make.frames(path, widthPx, heightPx);
  let sum = 0;
  for (let index = 1; index < frames.length; index++)
    for (let y = 20; y < 100; y++)
      for (let x = 20; x < 140; x++) {
        const at = (y * widthPx + x) * 4;
        sum += Math.abs((frames[index]?.[at] ?? 0) - (frames[index - 1]?.[at] ?? 0));
      }
  return sum / (frames.length - 1) / (80 * 120);
}

it('a steadied film shakes less, and the work that needs it waits for it', async () => {
  const { clipCopies } = test.library;
  if (!(await clipCopies.canSteady())) return;
  const still = "life=s=80x60:r=30:ratio=0.4:seed=7:mold=0,select='eq(n,0)',loop=-1:1,trim=0:1";
  const shaking = "crop=320:240:'40+14*sin(n*1.9)':'30+11*cos(n*2.3)'";
  const shaky = await bring('shaky.mp4', {
    video: `${still},scale=480:360:flags=bicubic,fps=30,setpts=N/30/TB,${shaking}`,
  });
  expect(clipCopies.peek(shaky, 'steady')).toBeUndefined();
  const file = await clipCopies.need(shaky, 'steady', new AbortController().signal);
  expect(stateOf(shaky, 'steady')).toBe('ready');
  expect(make.moments(file)).toEqual(make.moments(shaky.path));
  expect(restlessness(file)).toBeLessThan(restlessness(shaky.path) / 2);
});

it('what is being made ends with the work that needs it, and with the studio', async () => {
  const { clipCopies } = test.library;
  const stop = new AbortController();
  const needed = clipCopies.need(other, 'steady', stop.signal);
  stop.abort(new Error('enough'));
  await expect(needed).rejects.toThrow('enough');
  expect(await whenSettled(other, 'steady')).not.toBe('ready');
  clipCopies.again(other, 'steady');
  await clipCopies.close();
  expect(existsSync(clipCopies.fileOf(other, 'steady'))).toBe(false);
  expect(workFolders()).toEqual([]);
});
