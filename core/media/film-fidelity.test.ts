import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filmStyles } from '../../shared/scene/film/styles.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { createFilmFactory, type FilmFactory } from '../../tests/support/film-factory.ts';
import { likeness } from '../../tests/support/film-likeness.ts';
import { shortFilm, smallFilmScene } from '../../tests/support/film-small.ts';
import { drawFilmFrames, filmTools } from '../../tests/support/film-tools.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { resourcesDir } from '../../tests/support/test-tools.ts';
import { readTracks } from './read-tracks.ts';

const tools = filmTools(new AbortController().signal);
const formats = ['9:16', '4:5', '1:1', '16:9'] as const;
const leastLikeness = 0.97;
/** Few, but as large as they are published: a small picture is harder to encode than its film. */
const framesMade = 6;

let test: TestLibrary;
let make: FilmFactory;
beforeAll(async () => {
  test = openTestLibrary();
  make = await createFilmFactory(join(test.tools.folder, 'brought'));
});
afterAll(() => test.close());

const photosOf = (scene: Scene) =>
  Object.fromEntries(
    photoRequests(scene).map(({ photoId }) => [
      photoId,
      join(resourcesDir, 'sample-shop/photos', photoId),
    ]),
  );

async function render(scene: Scene, files: { sounds?: Record<string, string> } = {}) {
  const folder = (await test.library.makeWorkFolder()).path;
  const photos = photosOf(scene);
  const paths = { path: join(folder, 'video.mp4'), thumbPath: join(folder, 'thumb.webp') };
  // A file that is not what the networks take is refused here.
  return test.library.workers.run('renderVideo', { scene, photos, ...files, folder, ...paths });
}

/** Frames that are not like what is drawn of the scene, with how much they are. */
async function unlikeFrames(scene: Scene, path: string): Promise<Record<number, number>> {
  const { widthPx, heightPx } = scene;
  const frames = make.frames(path, widthPx, heightPx);
  expect(frames).toHaveLength(framesMade);
  const files = { photos: photosOf(scene), folder: test.tools.folder };
  const drawn = await drawFilmFrames(tools, scene, files, [0, 2, 3, 5]);
  const unlike = [...drawn].map(([index, pixels]) => {
    const alike = likeness(pixels, frames[index] ?? Buffer.alloc(0), widthPx);
    return [index, Number(alike.toFixed(3))] as const;
  });
  return Object.fromEntries(unlike.filter(([, alike]) => alike < leastLikeness));
}

describe('what is seen of a video', () => {
  it.each(filmStyles.map((style, index) => ({ id: style.id, style, index })))(
    'of the style $id is what is drawn of its film',
    async ({ style, index }) => {
      const format = formats[index % formats.length] ?? '9:16';
      expect(style.formats).toEqual(expect.arrayContaining([...formats]));
      const film = shortFilm(style, framesMade);
      const scene = smallFilmScene(film, style, { format, scale: 1 });
      const made = await render(scene);
      expect(await unlikeFrames(scene, made.path)).toEqual({});
    },
  );
});

describe('how long a video lasts and how loud it is', () => {
  it.each([6, 15, 30, 60])('of %i s, to the frame', async (seconds) => {
    const track = readTracks(join(resourcesDir, 'music'))[seconds % 7];
    if (!track) throw new Error('no track');
    const audio = { startMs: 0, fadeInMs: 0, fadeOutMs: 1200, volume: 0.9, trackId: track.id };
    const box = { xPx: 0, yPx: 0, widthPx: 48, heightPx: 96 };
    const scene: Scene = {
      ...{ format: '9:16', widthPx: 96, heightPx: 96, durationMs: seconds * 1000 },
      ...{ background: '#204030', audio },
      layers: [{ id: 's', kind: 'shape', shape: { kind: 'rect' }, fill: '#E2B04A', box }],
    };
    const sounds = { [track.id]: join(resourcesDir, 'music', track.file) };
    const { path } = await render(scene, { sounds });
    const { video, audio: heard } = make.probe(path);
    expect(video).toMatchObject({ nb_frames: String(seconds * 30) });
    expect(Number(video['duration'])).toBeCloseTo(seconds, 3);
    expect(Math.abs(Number(heard?.['duration']) - seconds)).toBeLessThan(1 / 30);
    const { loudnessLufs, peakDb } = loudnessOf(path);
    expect(Math.abs(loudnessLufs + 14)).toBeLessThan(1);
    expect(peakDb).toBeLessThan(-1);
  });
});

/** As EBU R 128 measures it, of the finished file. */
function loudnessOf(path: string): { loudnessLufs: number; peakDb: number } {
  const measure = 'ebur128=peak=true:framelog=verbose';
  const args = ['-nostdin', '-hide_banner', '-i', path, '-af', measure, '-f', 'null', '-'];
  const said = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', make.ffmpegPath, ...args], {
    encoding: 'utf8',
  });
  const summary = said.slice(said.lastIndexOf('Summary:'));
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`).exec(summary)?.[1]);
  return { loudnessLufs: read('I'), peakDb: read('Peak') };
}
