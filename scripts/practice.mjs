// npm run practice: the practice network alone; prints one JSON line when it is ready.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { runEntry } = await import('./lib/run.mjs');
ensureFfmpeg();
const entry = 'packages/practice-network/src/main.ts';
process.exit(
  await runEntry(entry, [...process.argv.slice(2), '--parent-pid', String(process.pid)]),
);
