import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';
import { clipFilm, countingFilm, lighterEachFrame } from './support/player-film.ts';
import { servePage, type ServedPage } from './support/serve-page.ts';

let served: ServedPage;
let film: Buffer;

test.beforeAll(async () => {
  film = countingFilm((await findFfmpeg()).ffmpegPath);
  served = await servePage(join(import.meta.dirname, 'player-page'));
});
test.afterAll(() => served.close());

/** Opens the film on the bare page, after a touch that lets it sound. Keeps an eye on what it opens. */
async function openFilm(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const opened = { videos: [] as HTMLVideoElement[], sounds: [] as AudioContext[] };
    Object.assign(globalThis, { opened });
    const createElement = document.createElement.bind(document);
    document.createElement = ((name: string) => {
      const made = createElement(name);
      if (made instanceof HTMLVideoElement) opened.videos.push(made);
      return made;
    }) as typeof document.createElement;
    const Sound = globalThis.AudioContext;
    globalThis.AudioContext = class extends Sound {
      constructor(options?: AudioContextOptions) {
        super(options);
        opened.sounds.push(this);
      }
    };
  });
  await page.goto(served.origin);
  await page.locator('canvas').click();
  const sources = clipFilm(served, film);
  await page.evaluate((its) => (globalThis as never as InPage).player.open(its), sources);
}

type InPage = {
  player: {
    open(film: object): Promise<void>;
    seek(timeMs: number): Promise<void>;
    colourAt(xFrac: number, yFrac: number): number[];
    stillAt(timeMs: number): Promise<{ colour: number[]; wasKept: boolean }>;
    playThrough(): Promise<Played>;
    engine(): { seek(timeMs: number): void; dispose(): void };
  };
  opened: { videos: HTMLVideoElement[]; sounds: AudioContext[] };
};
type Played = { drawn: number; dropped: number; equal: number; apart: number[] };

/** The frame of the counting film that is seen. */
async function frameSeen(page: Page): Promise<number> {
  const [grey = 0] = await page.evaluate(() =>
    (globalThis as never as InPage).player.colourAt(0.5, 0.5),
  );
  return Math.round(grey / lighterEachFrame);
}

test('a clip stands at the very frame that was asked for, and the last wish wins', async ({
  page,
}) => {
  await openFilm(page);
  // At 500 ms of the film the clip shows its own 400th millisecond: frame 12.
  for (const frame of [15, 30, 16, 45, 59]) {
    const seek = (ms: number) => (globalThis as never as InPage).player.seek(ms);
    await page.evaluate(seek, (frame * 1000) / 30);
    await expect.poll(() => frameSeen(page), `frame ${frame}`).toBe(frame - 3);
  }
  await page.evaluate(async () => {
    const { player } = globalThis as never as InPage;
    for (let turn = 0; turn < 30; turn++) player.engine().seek(600 + ((turn * 397) % 1300));
    await player.seek(1200);
  });
  await expect.poll(() => frameSeen(page)).toBe(33);
  for (const frame of [20, 50]) {
    const take = (ms: number) => (globalThis as never as InPage).player.stillAt(ms);
    const { colour, wasKept } = await page.evaluate(take, (frame * 1000) / 30);
    expect(Math.round((colour[0] ?? 0) / lighterEachFrame), `still ${frame}`).toBe(frame - 3);
    expect(wasKept).toBe(true);
  }
});

test('the picture stays with the sound, and everything is given back', async ({ page }) => {
  await openFilm(page);
  const play = () => (globalThis as never as InPage).player.playThrough();
  const first = await page.evaluate(play);
  expect(first.drawn + first.equal + first.dropped).toBeGreaterThan(50);
  // Again, after the sound has rested.
  const played = await page.evaluate(play);
  const { drawn, dropped, equal, apart } = played;
  test.info().annotations.push({ type: 'frames', description: JSON.stringify(played) });
  expect(drawn + equal + dropped).toBeGreaterThan(50);
  // Heard from its first moments on; a lone late look of a busy machine is not drift.
  expect(apart.length).toBeGreaterThan(10);
  const sorted = apart.map(Math.abs).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(1000 / 30);
  const left = await page.evaluate(() => {
    const { player, opened } = globalThis as never as InPage;
    player.engine().dispose();
    return {
      videos: opened.videos.length,
      withFilm: opened.videos.filter((video) => video.hasAttribute('src') || !video.paused).length,
      sounds: opened.sounds.length,
    };
  });
  expect(left).toEqual({ videos: 1, withFilm: 0, sounds: 1 });
  const states = () =>
    (globalThis as never as InPage).opened.sounds.map((sound) => sound.state).join();
  await expect.poll(() => page.evaluate(states)).toBe('closed');
});
