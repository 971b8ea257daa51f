import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { openDatabase } from '../core/db/open-database.ts';
import { until } from '../scripts/demo/programs.ts';
import { startStudio, type RunningStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { frameTimes, launchBrowser } from './bench-browser.ts';
import { commentCount, fillInbox, largeInbox } from './inbox-library.ts';
import { judge, median, type BenchLine } from './measure.ts';

const few = 1000;
const rounds = 5;
const wheelSteps = 60;
const wheelPx = 180;
const target = 1.5;

/** Mean time between two frames of the inbox's list while it is scrolled by a real wheel, with a million
 *  comments and with one thousand, in windows of the same browser. Pages are read as the wheel gets there. */
export async function benchInboxScroll(): Promise<BenchLine[]> {
  const browser = await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-scroll-'));
  try {
    const small = await openInboxOf(browser, join(folder, 'few'), async (file) => {
      const db = openDatabase(file);
      db.transaction(() => fillInbox(db, { threads: few, comments: few })).immediate();
      db.close();
    });
    const large = await openInboxOf(browser, join(folder, 'many'), moveIntoLarge);
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

/** The shop of the practice network, with comments beside that no network knows. */
async function openInboxOf(
  browser: Browser,
  dataDir: string,
  fill: (file: string) => Promise<void>,
): Promise<{ page: Page; studio: RunningStudio }> {
  const first = await startStudio({ dataDir });
  const listed = z.object({ accounts: z.array(z.unknown()) });
  await until('the practice accounts', async () => {
    const { accounts } = await first.call('accounts/list', {}, listed);
    return accounts.length > 0 ? accounts : undefined;
  });
  await first.stop();
  await fill(join(dataDir, 'studio.db'));
  const studio = await startStudio({ dataDir });
  const { page } = await openWindow(browser, studio, { path: '#/inbox' });
  await page.locator('.inbox-row').first().waitFor();
  return { page, studio };
}

/** Puts the large inbox in the place of a library, and what else stood in that one into it: faster than a
 *  million rows. */
async function moveIntoLarge(file: string): Promise<void> {
  const old = `${file}.old`;
  renameSync(file, old);
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(await largeInbox(), file);
  const db = openDatabase(file);
  db.pragma('foreign_keys = OFF');
  db.prepare('ATTACH ? AS old').run(old);
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'old' AND type = 'table'
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'inbox_%' AND name NOT IN ('threads', 'comments')`,
    )
    .pluck()
    .all();
  db.transaction(() => {
    for (const name of tables)
      db.exec(`INSERT OR REPLACE INTO main."${name}" SELECT * FROM old."${name}"`);
  }).immediate();
  db.exec('DETACH old');
  db.close();
  rmSync(old);
}

async function measure(small: Page, large: Page): Promise<BenchLine> {
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round <= rounds; round++)
    for (const [name, page] of [['small', small] as const, ['large', large] as const]) {
      const frames = await frameTimes(page, () => scroll(page, round));
      // The first round warms both sides.
      if (round > 0) times[name].push(frames.reduce((sum, one) => sum + one, 0) / frames.length);
    }
  const against = `the list of ${few} comments in place of ${commentCount}`;
  return judge(
    { name: 'inbox-scroll', target, better: 'lower', against },
    median(times.large),
    median(times.small),
  );
}

/** Down the list in one round, up again in the next. */
async function scroll(page: Page, round: number): Promise<void> {
  await page.bringToFront();
  const list = page.locator('.inbox-rows');
  const box = await list.boundingBox();
  if (!box) throw new Error('no list');
  const before = await list.evaluate((element) => element.scrollTop);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let step = 0; step < wheelSteps; step++)
    await page.mouse.wheel(0, round % 2 === 0 ? wheelPx : -wheelPx);
  const after = await list.evaluate((element) => element.scrollTop);
  if (Math.abs(after - before) < wheelPx) throw new Error(`scrolled from ${before} to ${after}`);
}
