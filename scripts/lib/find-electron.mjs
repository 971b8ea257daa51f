// Finds Electron's binary without requiring the package: requiring it starts a download.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const folder = join(root, 'node_modules/electron');
const downloadLimitMs = 120_000;

function installed() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile) && !override) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = join(override ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
}

function hasScreen() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/** Electron's binary, fetched if it can be had within two minutes; undefined means: use the browser. */
export function findElectron({ download = true } = {}) {
  const found = installed();
  if (found) return found;
  const installer = join(folder, 'install.js');
  if (!download || !hasScreen() || process.env.VITRINE_BROWSER || !existsSync(installer))
    return undefined;
  process.stderr.write('Fetching the desktop window (Electron)…\n');
  spawnSync(process.execPath, [installer], {
    cwd: folder,
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  return installed();
}
