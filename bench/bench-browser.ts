import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureWindowBuilt } from '../scripts/lib/build-window.mjs';
import { chromiumArguments, findChromium } from '../scripts/lib/find-chromium.mjs';

/** The browser of the e2e tests, with the window built as it is shipped. */
export async function launchBrowser(): Promise<Browser> {
  ensureWindowBuilt();
  return startBrowser();
}

/** The same for pages of our own. */
export async function startBrowser(): Promise<Browser> {
  const { path: executablePath, env, source } = await findChromium();
  console.log(`browser ${source}`);
  return chromium.launch({
    executablePath,
    args: chromiumArguments,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

/** Milliseconds between the frames that are painted while something is done. */
export async function frameTimes(page: Page, doIt: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const holder = globalThis as unknown as { frameTimes: number[] | undefined };
    holder.frameTimes = times;
    const note = (now: number) => {
      times.push(now);
      if (holder.frameTimes === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await doIt();
  const times = await page.evaluate(() => {
    const holder = globalThis as unknown as { frameTimes: number[] | undefined };
    const taken = holder.frameTimes ?? [];
    holder.frameTimes = undefined;
    return taken;
  });
  return times.slice(1).map((time, at) => time - (times[at] ?? 0));
}
