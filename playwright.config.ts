import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/lib/find-chromium.mjs';

const chromium = await findChromium();
console.log(`Chromium: ${chromium.source}`);
// The specs reckon days as the shop does.
process.env['TZ'] = 'Europe/Paris';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'artefacts/e2e',
  // Every byte that a spec leaves on disk is searched for tokens.
  globalSetup: './tests/support/canary/playwright-setup.ts',
  workers: 1,
  // A browser, a studio and a network share few processors here; what passes only at its second try is
  // listed by name at the end of the run.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    launchOptions: {
      executablePath: chromium.path,
      // A microphone that beeps.
      args: [
        ...chromiumArguments,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
      env: { ...(process.env as Record<string, string>), ...chromium.env },
    },
    trace: 'off',
  },
});
