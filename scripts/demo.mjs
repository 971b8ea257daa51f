// npm run demo: the whole job without a screen, against a practice network of its own.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
process.exit(await runEntry('scripts/demo/main.ts', process.argv.slice(2)));
