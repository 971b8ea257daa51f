import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { until } from '../scripts/demo/programs.ts';
import { fillGallery } from '../tests/e2e/support/fill-gallery.ts';
import { startStudio, type RunningStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { frameTimes, launchBrowser } from './bench-browser.ts';
import { judge, median, type BenchLine } from './measure.ts';

const many = 50_000;
const few = 1000;
const rounds = 5;
const wheelSteps = 60;
const wheelPx = 180;
const target = 1.5;

/** Mean time between two frames of the gallery while it is scrolled by a real wheel, with fifty thousand
 *  pictures and with one thousand, in windows of the same browser. */
export async function benchLibraryScroll(): Promise<BenchLine[]> {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-gallery-'));
  try {
    const small = await openGallery(browser, join(folder, 'few'), few);
    const large = await openGallery(browser, join(folder, 'many'), many);
    try {
      return [await measure(small.page, large.page)];
    } finally {
      await small.studio.stop();
      await large.studio.stop();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openGallery(
  browser: Browser,
  dataDir: string,
  count: number,
): Promise<{ page: Page; studio: RunningStudio }> {
  const first = await startStudio({ dataDir });
  const total = z.object({ total: z.number() });
  await until('the sample photos', async () => {
    const found = await first.call('library/outline', {}, total);
    return found.total >= 12 ? found : undefined;
  });
  await first.stop();
  fillGallery(dataDir, count);
  const studio = await startStudio({ dataDir });
  const { page } = await openWindow(browser, studio, { path: '#/studio' });
  await page.getByRole('radio', { name: /^Galerie/ }).click();
  await page.locator('.lib-tile img').first().waitFor();
  return { page, studio };
}

async function measure(small: Page, large: Page): Promise<BenchLine> {
  const times = { small: [] as number[], large: [] as number[] };
  const slowest = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round <= rounds; round++)
    for (const [name, page] of [['small', small] as const, ['large', large] as const]) {
      const frames = await frameTimes(page, () => scroll(page, round));
      // The first round warms both sides.
      if (round === 0) continue;
      times[name].push(frames.reduce((sum, one) => sum + one, 0) / frames.length);
      slowest[name].push(Math.max(...frames));
    }
  const line = judge(
    { name: 'library-scroll', target, better: 'lower', against: `a gallery of ${few}` },
    median(times.large),
    median(times.small),
  );
  const ms = (value: number) => value.toFixed(1);
  console.log(
    `library-scroll: frame ${ms(line.oursMs)} ms with ${many}, ${ms(line.yardstickMs)} ms with ${few}; ` +
      `slowest ${ms(median(slowest.large))} ms and ${ms(median(slowest.small))} ms`,
  );
  return line;
}

/** Down the list in one round, up again in the next. */
async function scroll(page: Page, round: number): Promise<void> {
  await page.bringToFront();
  const list = page.locator('.lib-scroll');
  const box = await list.boundingBox();
  if (!box) throw new Error('no gallery');
  const before = await list.evaluate((element) => element.scrollTop);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < wheelSteps; step++)
    await page.mouse.wheel(0, round % 2 === 0 ? wheelPx : -wheelPx);
  const after = await list.evaluate((element) => element.scrollTop);
  if (Math.abs(after - before) < wheelPx) throw new Error(`scrolled from ${before} to ${after}`);
}
