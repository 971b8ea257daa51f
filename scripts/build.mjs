// npm run build: the window and the bundles that the desktop app is made of.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { buildNodeSide } = await import('./lib/build-node-side.mjs');
ensureWindowBuilt();
await buildNodeSide();
