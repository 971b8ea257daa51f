// npm run test:faults: the fault suites in full; prints what they counted.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
ensureWindowBuilt();
process.exit(await runEntry('tests/faults/suites/main.ts', process.argv.slice(2)));
