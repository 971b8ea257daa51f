import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { until } from '../scripts/demo/programs.ts';
import { fillGallery } from '../tests/e2e/support/fill-gallery.ts';
import { startStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { compareScrolling, type Opened } from './compare-scrolling.ts';
import type { BenchLine } from './measure.ts';

const many = 50_000;
const few = 1000;

/** The gallery scrolled with fifty thousand pictures and with one thousand. */
export async function benchLibraryScroll(): Promise<BenchLine[]> {
  const { line, slowestMs } = await compareScrolling({
    name: 'library-scroll',
    against: `a gallery of ${few}`,
    selector: '.lib-scroll',
    few: (browser, dataDir) => openGallery(browser, dataDir, few),
    many: (browser, dataDir) => openGallery(browser, dataDir, many),
  });
  const ms = (value: number) => value.toFixed(1);
  console.log(
    `library-scroll: frame ${ms(line.oursMs)} ms with ${many}, ${ms(line.yardstickMs)} ms with ${few}; ` +
      `slowest ${ms(slowestMs.many)} ms and ${ms(slowestMs.few)} ms`,
  );
  return [line];
}

async function openGallery(browser: Browser, dataDir: string, count: number): Promise<Opened> {
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
