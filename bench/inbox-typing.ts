import type { Browser, CDPSession, Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { startCommentedShop, type CommentedShop } from '../tests/e2e/support/commented-shop.ts';
import { openWindow } from '../tests/e2e/support/studio-window.ts';
import { launchBrowser } from './bench-browser.ts';
import { judge, median, type BenchLine } from './measure.ts';

const rounds = 5;
const messages = 120;
/** Drawing the whole conversation with each letter came to 13; what is left, about 2, is the browser's own work on
 *  a full page. */
const target = 3;
const words = 'Oui, nous en avons encore trois en bleu';
const [long, short] = ['Longue', 'Courte'] as const;

/** What a letter typed in the reply box costs the window's processor, under a long conversation that is shown
 *  whole and under one of a single message, in the same window. */
export async function benchInboxTyping(): Promise<BenchLine[]> {
  const browser = await launchBrowser();
  const shop = await startCommentedShop([]);
  try {
    await fill(shop);
    return [await compare(browser, shop)];
  } finally {
    await browser.close();
    await shop.stop();
  }
}

async function fill(shop: CommentedShop): Promise<void> {
  const now = Date.now();
  const write = (from: string, minutesAgo: number) =>
    shop.write({
      from,
      message: `Bonjour, avez-vous encore le vase ${minutesAgo} en bleu ? https://exemple.fr/${minutesAgo}`,
      createdTime: new Date(now - minutesAgo * 60_000).toISOString(),
    });
  await write(short, messages + 1);
  for (let ago = messages; ago > 0; ago -= 1) await write(long, ago);
  await shop.studio.call('inbox/sync', {}, z.unknown());
}

async function compare(browser: Browser, { studio }: CommentedShop): Promise<BenchLine> {
  const { page } = await openWindow(browser, studio, { path: '#/inbox' });
  const session = await watchWork(page);
  const costs = { [long]: [] as number[], [short]: [] as number[] };
  for (let round = 0; round <= rounds; round += 1)
    for (const name of [long, short]) {
      await openThread(page, name);
      const box = page.getByRole('textbox', { name: /^Répondre/ });
      const cost = await costOfTyping(box, session);
      // The first round warms both sides.
      if (round > 0) costs[name].push(cost);
    }
  const against = `a conversation of 1 message in place of ${messages}`;
  const line = { name: 'inbox-typing', target, better: 'lower', against } as const;
  return judge(line, median(costs[long]), median(costs[short]));
}

async function openThread(page: Page, name: string): Promise<void> {
  await page.locator('.inbox-row').filter({ hasText: name }).click();
  await page.getByRole('textbox', { name: `Répondre à ${name}` }).waitFor();
  const said = page.locator('.inbox-flow li');
  const wanted = name === long ? messages : 1;
  while ((await said.count()) < wanted) {
    const shown = await said.count();
    await page.getByRole('button', { name: 'Voir les messages d’avant' }).click();
    await said.nth(shown).waitFor();
  }
}

/** Through which the page tells how much it works, whatever else the machine does meanwhile. */
export async function watchWork(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Milliseconds of the page's processor a letter typed in an empty box, which is empty again then. */
export async function costOfTyping(box: Locator, session: CDPSession): Promise<number> {
  await box.focus();
  const before = await busyMs(session);
  await box.page().keyboard.type(words);
  const cost = ((await busyMs(session)) - before) / words.length;
  await box.fill('');
  return cost;
}

async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration');
  if (!busy) throw new Error('The browser tells nothing of its work.');
  return busy.value * 1000;
}
