// Finds a Node that runs TypeScript as it is and that better-sqlite3 works with.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const least = [22, 18];

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Path of a Node >= 22.18: the one of node_modules, else the one that runs this. Ends the process
 *  with a sentence when there is none. */
export function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const local = join(root, 'node_modules', '.bin', name);
  if (existsSync(local)) {
    const { stdout } = spawnSync(local, ['--version'], { encoding: 'utf8' });
    if (isNewEnough(stdout ?? '')) return local;
  }
  process.stderr.write(
    `Vitrine needs Node ${least.join('.')} or newer; this is ${process.version}.\n`,
  );
  process.exit(1);
}
