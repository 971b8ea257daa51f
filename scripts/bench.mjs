// npm run bench: one line a measure, with the machine's own figures; also bench/results.json.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
process.exit(await runEntry('bench/main.ts', process.argv.slice(2)));
