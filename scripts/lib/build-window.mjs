// Builds the window when its sources are newer than what was built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from './find-node.mjs';
import { root } from './paths.mjs';

const sources = [
  'renderer',
  'shared',
  'resources/texts',
  'resources/fonts',
  'vite.config.ts',
  'package-lock.json',
];

function newestAt(path) {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestAt(join(path, name))));
}

export function ensureWindowBuilt() {
  const built = join(root, 'dist/renderer/index.html');
  const newest = Math.max(...sources.map((path) => newestAt(join(root, path))));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  process.stderr.write('Building the window…\n');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(findNode(), [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (run.status !== 0) {
    process.stderr.write('The window could not be built; see the lines above.\n');
    process.exit(1);
  }
}
