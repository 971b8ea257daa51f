// npm run serve: the studio on 127.0.0.1; prints one JSON line when it is ready.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
ensureWindowBuilt();
process.exit(await runEntry('server/main.ts', process.argv.slice(2)));
