import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetFact } from '../../shared/facts.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import { findFilmStyle } from '../../shared/scene/film/styles.ts';
import type { Layer, Scene, SceneSound } from '../../shared/scene/scene.ts';
import {
  createFilmFactory,
  turnFilm,
  type FilmFactory,
  type FilmWish,
} from '../../tests/support/film-factory.ts';
import { smallFilmScene } from '../../tests/support/film-small.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';

let test: TestLibrary;
let make: FilmFactory;
beforeAll(async () => {
  test = openTestLibrary();
  make = await createFilmFactory(join(test.tools.folder, 'brought'));
});
afterAll(() => test.close());

async function bring(path: string): Promise<AssetFact> {
  const brought = await test.library.importPath(path);
  if (!brought.ok) throw new Error(`${path}: ${brought.code}`);
  return test.library.readAsset(brought.assetId) as AssetFact;
}

async function render(scene: Scene, asset: AssetFact) {
  const folder = (await test.library.makeWorkFolder()).path;
  const paths = { path: join(folder, 'video.mp4'), thumbPath: join(folder, 'thumb.webp') };
  const [clips, sounds] = [{ [asset.id]: asset.path }, { [asset.id]: asset.path }];
  return test.library.workers.run('renderVideo', {
    ...{ scene, photos: {}, clips, sounds, folder, ...paths },
  });
}

const frameMs = 1000 / 30;

describe('a flash and a click of an own clip', () => {
  const flashesS = [0.6, 1];
  const between = (s: number, lastsS: number) => `between(t,${s},${s + lastsS})`;
  const clicks = `aevalsrc='0.6*sin(2*PI*3000*t)*(${flashesS.map((s) => between(s, 0.02)).join('+')})':s=44100:d=1.6`;
  const light = flashesS.map((s) => between(s - 0.0005, 0.1).replaceAll('t,', 'T,')).join('+');
  const flashing = (rate: string) =>
    `color=black:s=96x96:r=${rate}:d=1.6,format=yuv420p,geq=lum='16+219*(${light})':cb=128:cr=128`;
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'];

  /** A part of another kind, then the clip from here on. */
  function filmOf(asset: AssetFact, fromMs: number, speed: number): Film {
    const words = { headline: '' };
    const clip = { kind: 'clip', assetId: asset.id, fromMs, speed, volume: 1 } as const;
    return {
      ...{ styleId: 'vitrine', language: 'fr', showPrices: true },
      parts: [
        { id: 'a', role: 'text', durationMs: 300, words },
        { id: 'b', role: 'full', durationMs: 1100, words, visual: clip, transition: 'cut' },
      ],
      audio: { onBeat: false, voices: [], duckingDb: 12 },
      captions: { lines: [], look: 'band', size: 'm', burnt: true },
    };
  }

  it.each([
    ['29.97', { video: flashing('30000/1001'), audio: clicks, with: h264 }],
    [
      'uneven',
      {
        video: `${flashing('60')},select='not(mod(n,7))+not(mod(n,3))'`,
        audio: clicks,
        with: [...h264, '-vsync', 'vfr'],
      },
    ],
    ['25', { video: flashing('25'), audio: clicks, with: h264 }],
  ] satisfies [string, FilmWish][])(
    'come within a frame of one another and of their moment: %s frames',
    async (name, wish) => {
      const asset = await bring(make.make(`${name}.mp4`, wish));
      const style = findFilmStyle('vitrine');
      if (!style) throw new Error('no style');
      for (const [fromMs, speed] of [
        [240, 1],
        [210, 2],
      ] as const) {
        const clip = { widthPx: 96, heightPx: 96, durationMs: 1600, hasSound: true };
        const film = filmOf(asset, fromMs, speed);
        const scene = smallFilmScene(film, style, { format: '1:1', scale: 0.1, clip });
        const { path } = await render(scene, asset);
        const wanted = flashesS
          .map((s) => 300 + (s * 1000 - fromMs) / speed)
          .filter((ms) => ms < 1400);
        const [seen, heard] = [flashesOf(path), clicksOf(path)];
        const told = JSON.stringify({ name, speed, wanted, seen, heard });
        expect([seen.length, heard.length], told).toEqual([wanted.length, wanted.length]);
        for (const [index, atMs] of wanted.entries()) {
          expect(Math.abs((seen[index] ?? 0) - atMs), told).toBeLessThanOrEqual(frameMs + 1);
          expect(Math.abs((heard[index] ?? 0) - atMs), told).toBeLessThanOrEqual(frameMs);
          const apart = Math.abs((seen[index] ?? 0) - (heard[index] ?? 0));
          expect(apart, told).toBeLessThanOrEqual(frameMs + 1);
        }
      }
    },
  );

  /** When the middle of the picture becomes light. */
  function flashesOf(path: string): number[] {
    const lights = make.frames(path, 1, 1).map((frame) => frame[1] ?? 0);
    return lights.flatMap((one, index) =>
      one > 120 && (lights[index - 1] ?? 0) <= 120 && index * frameMs >= 290
        ? [index * frameMs]
        : [],
    );
  }

  /** When it becomes loud after having been still. */
  function clicksOf(path: string): number[] {
    const samples = make.samples(path);
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const heard: number[] = [];
    let lastLoud = -48_000;
    for (const [index, sample] of samples.entries()) {
      if (Math.abs(sample) < loudest * 0.4) continue;
      if (index - lastLoud > 4800) heard.push(index / 48);
      lastLoud = index;
    }
    return heard;
  }
});

/** Four quarters, each of its own light, upright: 0 1 above 2 3. */
const quarters = (size: string, rate = '30', lengthS = 0.2) =>
  `color=black:s=${size}:r=${rate}:d=${lengthS},format=yuv420p,geq=lum='if(lt(Y,H/2),if(lt(X,W/2),40,90),if(lt(X,W/2),150,210))':cb=128:cr=128`;
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '8'];
const x265 = (tags: string) => ['-x265-params', `log-level=none${tags}`];
const hevc = ['-c:v', 'libx265', '-preset', 'ultrafast', '-crf', '10', '-tag:v', 'hvc1'];
const shining = (curve: string, name: string) => [
  ...['-pix_fmt', 'yuv420p10le', ...hevc],
  ...x265(`:colorprim=bt2020:transfer=${name}:colormatrix=bt2020nc`),
  ...['-color_primaries', 'bt2020', '-color_trc', curve, '-colorspace', 'bt2020nc'],
];

type Kind = FilmWish & {
  name: string;
  /** How it is filmed, in degrees. */
  turned?: number;
  /** Where its quarters stand when it is watched. */
  upright?: readonly number[];
  sizePx?: readonly [number, number];
  facts?: object;
};

const kinds: Kind[] = [
  { name: 'plain.mp4', video: quarters('64x96'), with: h264, sizePx: [64, 96] },
  {
    ...{ name: 'hevc.mov', video: quarters('64x96'), with: [...hevc, ...x265('')] },
    facts: { codec: 'hevc', pixelFormat: 'yuv420p' },
  },
  {
    ...{ name: 'hevc 10.mp4', video: quarters('64x96') },
    with: ['-pix_fmt', 'yuv420p10le', ...hevc, ...x265('')],
    facts: { pixelFormat: 'yuv420p10le' },
  },
  {
    ...{ name: 'pq.mp4', video: quarters('64x96'), with: shining('smpte2084', 'smpte2084') },
    facts: { isHdr: true },
  },
  {
    ...{ name: 'hlg.mp4', video: quarters('64x96'), with: shining('arib-std-b67', 'arib-std-b67') },
    facts: { isHdr: true },
  },
  {
    ...{ name: '90.mp4', video: quarters('96x64'), with: h264, turned: 90 },
    ...{ upright: [2, 0, 3, 1], sizePx: [64, 96] },
  },
  {
    ...{ name: '180.mp4', video: quarters('64x96'), with: h264, turned: 180 },
    ...{ upright: [3, 2, 1, 0], sizePx: [64, 96] },
  },
  {
    ...{ name: '270.mp4', video: quarters('96x64'), with: h264, turned: 270 },
    ...{ upright: [1, 3, 0, 2], sizePx: [64, 96] },
  },
  {
    ...{ name: 'odd.mp4', video: quarters('67x95').replace('yuv420p', 'yuv444p'), with: h264 },
    ...{ sizePx: [67, 95], facts: { pixelFormat: 'yuv444p' } },
  },
  {
    ...{ name: 'halves.mp4', video: `${quarters('64x96', '60', 0.3)},interlace` },
    ...{ with: [...h264, '-flags', '+ilme+ildct'], facts: { isInterlaced: true } },
  },
  {
    ...{ name: 'stretched.mp4', video: `${quarters('64x96')},setsar=3/2`, with: h264 },
    sizePx: [96, 96],
  },
  {
    ...{ name: 'slow.mp4', video: quarters('64x96', '120', 0.3), with: h264 },
    facts: { framesPerSecond: 120 },
  },
  {
    ...{ name: '4k.mp4', video: `${quarters('54x96', '30', 0.1)},scale=2160:3840:flags=neighbor` },
    ...{ with: h264, sizePx: [2160, 3840] },
  },
  {
    ...{ name: 'mono.mov', video: quarters('64x96'), audio: 'sine=r=44100:d=0.2' },
    with: [...h264, '-c:a', 'pcm_s16le', '-ac', '1'],
    facts: { audio: { codec: 'pcm_s16le', sampleRateHz: 44_100 } },
  },
  {
    ...{ name: 'around.mkv', video: quarters('64x96'), audio: 'sine=r=48000:d=0.2' },
    ...{ with: [...h264, '-c:a', 'ac3', '-ac', '6'], facts: { audio: { codec: 'ac3' } } },
  },
  {
    ...{ name: 'editor.mov', video: quarters('64x96') },
    ...{ with: ['-c:v', 'prores_ks', '-pix_fmt', 'yuv422p10le'], facts: { codec: 'prores' } },
  },
  { name: 'old.avi', video: quarters('64x96'), with: ['-c:v', 'mpeg4', '-q:v', '2'] },
  { name: 'web.webm', video: quarters('64x96'), with: ['-c:v', 'libvpx-vp9', '-crf', '20'] },
];

describe('a clip as phones, cameras and editors write it', () => {
  it.each(kinds)('$name comes in, is seen upright, and so in its copy', async (kind) => {
    const { name, turned, upright = [0, 1, 2, 3], sizePx, facts = {} } = kind;
    const made = make.make(name, kind);
    if (turned) turnFilm(made, turned);
    const asset = await bring(made);
    expect(asset.film).toMatchObject(facts);
    if (sizePx) expect([asset.widthPx, asset.heightPx]).toEqual(sizePx);
    const exported = quartersOf((await render(sceneOf(asset), asset)).path);
    const order = (lights: readonly number[]) =>
      lights.map((light) => lights.toSorted((a, b) => a - b).indexOf(light));
    expect(order(exported), String(exported)).toEqual(upright);
    expect(spread(exported)).toBeGreaterThan(60);
    const { clipCopies } = test.library;
    if (clipCopies.look(asset, 'play').state === 'none') return;
    const copy = await clipCopies.need(asset, 'play', new AbortController().signal);
    // The preview shows what the export does.
    const shown = quartersOf(copy);
    for (const [index, light] of shown.entries())
      expect(
        Math.abs(light - (exported[index] ?? 0)),
        `${shown.join()} and ${exported.join()}`,
      ).toBeLessThan(8);
  });

  function sceneOf(asset: AssetFact): Scene {
    const { widthPx = 0, heightPx = 0 } = asset;
    const scale = 96 / heightPx;
    const size = { widthPx: Math.round((widthPx * scale) / 2) * 2, heightPx: 96 };
    const layer: Layer = {
      ...{ id: 'c', kind: 'clip', clipId: asset.id, fromMs: 0 },
      box: { xPx: 0, yPx: 0, ...size },
    };
    const heard = { inMs: 0, outMs: 100, fromMs: 0, volume: 1, fadeInMs: 0, fadeOutMs: 0 };
    const sounds: SceneSound[] = asset.film?.audio
      ? [{ id: 's', assetId: asset.id, ...heard }]
      : [];
    return {
      ...{ format: '1:1', ...size, durationMs: 100, background: '#ff0000', layers: [layer] },
      ...(sounds.length > 0 && { sounds }),
    };
  }

  /** How light the middles of the quarters of a film are. */
  function quartersOf(path: string): number[] {
    const [frame = Buffer.alloc(0)] = make.frames(path, 4, 4).slice(1);
    return [0, 3, 12, 15].map((at) => frame[at * 4 + 1] ?? 0);
  }
  const spread = (lights: readonly number[]) => Math.max(...lights) - Math.min(...lights);
});
