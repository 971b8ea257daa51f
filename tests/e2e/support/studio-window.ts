import type { Browser, BrowserContext, Page } from '@playwright/test';
import { moveClock } from '../../support/clock/move-clock.mjs';
import type { RunningStudio } from './running-studio.ts';

/** What the browser may say although nothing is wrong: the line to a studio that was stopped. */
export type Allowed = readonly RegExp[];

export type StudioWindow = {
  page: Page;
  context: BrowserContext;
  /** Errors of the page, of its console and of the content security policy, since the last look. */
  takeFaults(): string[];
  close(): Promise<void>;
};

/** A browser window on the studio, entered as by the address that it prints. */
export async function openWindow(
  browser: Browser,
  studio: RunningStudio,
  { allowed = [], ...options }: { allowed?: Allowed; locale?: string; path?: string } = {},
): Promise<StudioWindow> {
  const { path = '', ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...contextOptions,
  });
  if (clockShift !== 0) await context.addInitScript(moveClock, clockShift);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await slowDown(page);
  const takeFaults = await watchFaults(page, allowed);
  await page.goto(`${studio.url}/?token=${studio.token}${path}`);
  return { page, context, takeFaults, close: () => context.close() };
}

/** How far the clock is moved (ms), as tests/support/clock/start-at.mjs set it. */
const clockShift = Number(process.env['VITRINE_CLOCK_SHIFT'] ?? 0);

/** How many times slower the page's processor runs, while one looks for what only a slow computer shows:
 *  `VITRINE_SLOW_CPU=4 npx playwright test --timeout=480000`. */
const slowness = Number(process.env['VITRINE_SLOW_CPU'] ?? 1);

async function slowDown(page: Page): Promise<void> {
  if (slowness <= 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
}

/** A page error, a console error or a violated policy is a fault of the screen. */
async function watchFaults(page: Page, allowed: Allowed): Promise<() => string[]> {
  let faults: string[] = [];
  const note = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) faults.push(text);
  };
  page.on('pageerror', (error) => note(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  return () => {
    const taken = faults;
    faults = [];
    return taken;
  };
}
