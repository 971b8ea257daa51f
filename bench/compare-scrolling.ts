import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { RunningStudio } from '../tests/e2e/support/running-studio.ts';
import { frameTimes, launchBrowser } from './bench-browser.ts';
import { judge, median, type BenchLine } from './measure.ts';

const rounds = 5;
const wheelSteps = 60;
const wheelPx = 180;
const target = 1.5;

export type Opened = { page: Page; studio: RunningStudio };
/** Opens a studio's list over a data folder. */
type Open = (browser: Browser, dataDir: string) => Promise<Opened>;
type List = { name: string; against: string; selector: string; few: Open; many: Open };
/** The slowest frames of a round, ms. */
type Slowest = { few: number; many: number };

/** Mean time between two frames of a list while it is scrolled by a real wheel, with many rows and with few, in
 *  windows of the same browser. */
export async function compareScrolling(
  list: List,
): Promise<{ line: BenchLine; slowestMs: Slowest }> {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-scroll-'));
  try {
    const few = await list.few(browser, join(folder, 'few'));
    const many = await list.many(browser, join(folder, 'many'));
    try {
      return await measure(list, few.page, many.page);
    } finally {
      await few.studio.stop();
      await many.studio.stop();
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ name, against, selector }: List, few: Page, many: Page) {
  const times = { few: [] as number[], many: [] as number[] };
  const slowest = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round <= rounds; round++)
    for (const [side, page] of [['few', few] as const, ['many', many] as const]) {
      const frames = await frameTimes(page, () => scroll(page, selector, round));
      // The first round warms both sides.
      if (round === 0) continue;
      times[side].push(frames.reduce((sum, one) => sum + one, 0) / frames.length);
      slowest[side].push(Math.max(...frames));
    }
  const line = { name, target, better: 'lower', against } as const;
  return {
    line: judge(line, median(times.many), median(times.few)),
    slowestMs: { few: median(slowest.few), many: median(slowest.many) },
  };
}

/** Down the list in one round, up again in the next. */
async function scroll(page: Page, selector: string, round: number): Promise<void> {
  await page.bringToFront();
  const list = page.locator(selector);
  const box = await list.boundingBox();
  if (!box) throw new Error('no list');
  const before = await list.evaluate((element) => element.scrollTop);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < wheelSteps; step++)
    await page.mouse.wheel(0, round % 2 === 0 ? wheelPx : -wheelPx);
  const after = await list.evaluate((element) => element.scrollTop);
  if (Math.abs(after - before) < wheelPx) throw new Error(`scrolled from ${before} to ${after}`);
}
