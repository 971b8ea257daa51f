// The practice network in a process of its own. Arguments: data folder, clock file (or '').
// Sends one message with what the studio needs to connect, then serves until its parent is gone.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPracticeNetwork } from 'practice-network';

type ParentPort = { postMessage(message: unknown): void };
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

const [folder = '', clockFile = ''] = process.argv.slice(2);
const recordFile = process.env['PRACTICE_RECORD'];
mkdirSync(folder, { recursive: true });

// Links to published posts hold the port: keeping it keeps them alive over restarts.
const portFile = join(folder, 'port');
const lastPort = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0;

async function start(port: number) {
  return startPracticeNetwork({
    port,
    dataDir: folder,
    ...(clockFile ? { clockFile } : {}),
    ...(recordFile ? { recordFile } : {}),
  });
}

const network = await start(lastPort).catch((error: unknown) => {
  if (lastPort === 0) throw error;
  return start(0);
});
writeFileSync(portFile, new URL(network.ready.url).port);
if (parentPort) parentPort.postMessage(network.ready);
else process.send?.(network.ready);

const stop = () => void network.close().finally(() => process.exit(0));
process.on('disconnect', stop);
process.on('SIGTERM', stop);
