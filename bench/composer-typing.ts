import type { Locator, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { until } from '../scripts/demo/programs.ts';
import { fillGallery } from '../tests/e2e/support/fill-gallery.ts';
import { startStudio, type RunningStudio } from '../tests/e2e/support/running-studio.ts';
import { openWindow, type StudioWindow } from '../tests/e2e/support/studio-window.ts';
import { launchBrowser } from './bench-browser.ts';
import { costOfTyping, watchWork } from './inbox-typing.ts';
import { judge, median, type BenchLine } from './measure.ts';

const rounds = 9;
const pictures = 30;
const total = z.object({ total: z.number() });
const accountList = z.object({ accounts: z.array(z.object({ id: z.string() })) });
const assetList = z.object({ items: z.array(z.object({ id: z.string() })) });
const written = z.object({ postId: z.string() });

/** What a letter typed in the text of a post of thirty pictures for both networks costs the window's processor,
 *  and what the browser itself needs for one. */
export async function benchComposerTyping(): Promise<BenchLine[]> {
  const browser = await launchBrowser();
  const dataDir = mkdtempSync(join(tmpdir(), 'vitrine-bench-composer-'));
  const studio = await startFilled(dataDir);
  try {
    const postId = await writePost(studio);
    const window = await openWindow(browser, studio);
    await window.page.getByRole('heading', { level: 1 }).waitFor();
    return [await compare(window, postId)];
  } finally {
    await browser.close();
    await studio.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startFilled(dataDir: string): Promise<RunningStudio> {
  const first = await startStudio({ dataDir });
  await until('the sample photos', async () => {
    const found = await first.call('library/outline', {}, total);
    return found.total >= 12 ? found : undefined;
  });
  await first.stop();
  fillGallery(dataDir, 100);
  return startStudio({ dataDir });
}

async function writePost(studio: RunningStudio): Promise<string> {
  const { accounts } = await studio.call('accounts/list', {}, accountList);
  const wish = { kind: 'photo', limit: pictures };
  const { items } = await studio.call('media/list', wish, assetList);
  const post = {
    accountIds: accounts.map(({ id }) => id),
    caption: '',
    media: items.map(({ id }) => ({ assetId: id, alt: 'Un arum' })),
  };
  return (await studio.call('posts/create', post, written)).postId;
}

async function compare({ page, context }: StudioWindow, postId: string): Promise<BenchLine> {
  await open(page, postId);
  const empty = await context.newPage();
  await empty.setContent('<textarea></textarea>');
  const caption = await typist(page.getByRole('textbox', { name: 'Texte de la publication' }));
  const field = await typist(empty.locator('textarea'));
  const costs = { ours: [] as number[], field: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [ours, yardstick] = [await caption(), await field()];
    // The first round warms both sides.
    if (round === 0) continue;
    costs.ours.push(ours);
    costs.field.push(yardstick);
  }
  const against = `a field of an empty page in place of the text of a post of ${pictures} pictures`;
  // Not a post of no picture: what draws too much there draws too much here, and the two stay alike.
  // When a letter drew the whole composer, twice, it was 70; drawing only what it changes it is 20.
  const line = { name: 'composer-typing', target: 35, better: 'lower', against } as const;
  return judge(line, median(costs.ours), median(costs.field));
}

async function typist(box: Locator): Promise<() => Promise<number>> {
  const session = await watchWork(box.page());
  return async () => {
    await box.page().bringToFront();
    return costOfTyping(box, session);
  };
}

/** Opens the post and waits until its pictures and its findings stand there. */
async function open(page: Page, postId: string): Promise<void> {
  await page.evaluate((id) => (location.hash = `#/plan?post=${id}`), postId);
  const isOpen = (count: number) =>
    document.querySelectorAll('.strip-thumb img').length === count &&
    document.querySelector('.checks li') !== null &&
    [...document.images].every((image) => image.complete);
  await page.waitForFunction(isOpen, pictures);
}
