// npm test: everything that can be checked; the last line counts over all runners.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
ensureWindowBuilt();
process.exit(await runEntry('scripts/test/run-all.ts', process.argv.slice(2)));
