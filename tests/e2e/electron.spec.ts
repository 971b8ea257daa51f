import { _electron as electron, expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findElectron } from '../../scripts/lib/find-electron.mjs';
import { ownFolder } from './support/files.ts';

const root = resolve(import.meta.dirname, '../..');
const binary = findElectron({ download: false });
const hasScreen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

test('opens the studio in a window of its own', async () => {
  test.skip(!binary, 'Electron’s binary is not here: npx install-electron fetches it.');
  test.skip(!hasScreen, 'There is no screen to open a window on: run it under xvfb-run.');
  test.setTimeout(180_000);
  const { buildNodeSide } = await import('../../scripts/lib/build-node-side.mjs');
  await buildNodeSide();
  const home = ownFolder();
  const documents = join(home.path, 'Documents');
  mkdirSync(documents);
  const app = await electron.launch({
    executablePath: binary ?? '',
    args: [root, `--user-data-dir=${join(home.path, 'user')}`],
    env: {
      ...(process.env as Record<string, string>),
      HOME: home.path,
      XDG_DOCUMENTS_DIR: documents,
    },
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
    expect(page.url()).toMatch(/^app:\/\/vitrine\//);
    // The page is shut in: it reaches neither Node nor the shell.
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
    await page.getByRole('button', { name: /boutique d’essai|practice shop/i }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 90_000 });
  } finally {
    await app.close();
    home.remove();
  }
});
