// npm run package: installers by electron-builder. Needs Electron's own archive, which it downloads.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { buildNodeSide } = await import('./lib/build-node-side.mjs');
const { findNode } = await import('./lib/find-node.mjs');
const { root } = await import('./lib/paths.mjs');
ensureWindowBuilt();
await buildNodeSide();
const builder = join(root, 'node_modules/electron-builder/cli.js');
const run = spawnSync(findNode(), [builder, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
