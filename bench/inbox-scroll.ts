import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { openDatabase } from '../core/db/open-database.ts';
import { until } from '../scripts/demo/programs.ts';
import { startStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { compareScrolling, type Opened } from './compare-scrolling.ts';
import { commentCount, fillInbox, largeInbox } from './inbox-library.ts';
import type { BenchLine } from './measure.ts';

const few = 1000;

/** The inbox's list scrolled with a million comments and with one thousand. Pages are read as the wheel gets
 *  there. */
export async function benchInboxScroll(): Promise<BenchLine[]> {
  const { line } = await compareScrolling({
    name: 'inbox-scroll',
    against: `the list of ${few} comments in place of ${commentCount}`,
    selector: '.inbox-rows',
    few: (browser, dataDir) => openInboxOf(browser, dataDir, fillFew),
    many: (browser, dataDir) => openInboxOf(browser, dataDir, moveIntoLarge),
  });
  return [line];
}

async function fillFew(file: string): Promise<void> {
  const db = openDatabase(file);
  db.transaction(() => fillInbox(db, { threads: few, comments: few })).immediate();
  db.close();
}

/** The shop of the practice network, with comments beside that no network knows. */
async function openInboxOf(
  browser: Browser,
  dataDir: string,
  fill: (file: string) => Promise<void>,
): Promise<Opened> {
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
