import { join } from 'node:path';
import { fourLayerFilm } from '../tests/e2e/support/player-film.ts';
import type { FrameCounts } from '../renderer/features/studio/film-player/frame-painter.ts';
import { servePage } from '../tests/e2e/support/serve-page.ts';
import { startBrowser } from './bench-browser.ts';
import { median, type BenchLine } from './measure.ts';

const target = 0.02;
const durationMs = 10_000;
const rounds = 3;

type Played = FrameCounts & { apart: number[] };
type InPage = {
  player: { open(film: object): Promise<void>; playThrough(): Promise<Played> };
};

/** Share of the frames of ten seconds that the film player drops: four layers at 1080 × 1920 that move all
 *  the time, with music, as large as on the stage. */
export async function benchPreviewFps(): Promise<BenchLine[]> {
  const served = await servePage(join(import.meta.dirname, '../tests/e2e/player-page'));
  const browser = await startBrowser();
  try {
    const film = await fourLayerFilm(served, durationMs);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(served.origin);
    await page.locator('canvas').click();
    await page.evaluate((its) => (globalThis as never as InPage).player.open(its), film);
    const shares: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const play = () => (globalThis as never as InPage).player.playThrough();
      const { drawn, equal, dropped, slowestMs, spentMs, apart } = await page.evaluate(play);
      shares.push(dropped / (drawn + equal + dropped));
      const furthest = Math.max(0, ...apart.map(Math.abs));
      console.log(
        `preview-fps: ${drawn} drawn, ${equal} equal, ${dropped} dropped, ${(spentMs / drawn).toFixed(1)} ms ` +
          `each, slowest ${slowestMs.toFixed(1)} ms, at most ${furthest.toFixed(1)} ms from the sound`,
      );
    }
    const ratio = median(shares);
    const frames = (durationMs * 30) / 1000;
    return [
      {
        ...{ name: 'preview-fps', ratio, target, better: 'lower', pass: ratio <= target },
        ...{ oursMs: ratio * frames, yardstickMs: frames, against: 'frames of ten seconds' },
      },
    ];
  } finally {
    await browser.close();
    served.close();
  }
}
