// Bundles the desktop shell, the studio and its child processes into dist/node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findNode } from './find-node.mjs';
import { root } from './paths.mjs';

/** Two builds: modules for main and children, CommonJS for the sandboxed preload. */
export async function buildNodeSide() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const part of ['shell', 'preload']) {
    const run = spawnSync(
      findNode(),
      [vite, 'build', '--config', 'vite.node.config.ts', '--mode', part, '--logLevel', 'error'],
      { cwd: root, stdio: ['ignore', 2, 2] },
    );
    if (run.status !== 0) throw new Error(`the ${part} could not be bundled`);
  }
}
