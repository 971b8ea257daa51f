// Tells when whoever started this program is gone.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const checkMs = 500;

/** The parent of a process; undefined when it is gone or cannot be asked. */
export function parentOf(pid) {
  try {
    // `pid (name) state ppid …`; the name may hold blanks and brackets.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    if (process.platform !== 'darwin') return undefined;
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(stdout.trim()) || undefined;
  }
}

/** Under npm a shell stands between us and npm, and outlives it: then npm is watched too. */
function starters() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return [parent];
  return [parent, parentOf(parent)];
}

export function watchStarter(onGone) {
  const [parent, npm] = starters();
  const timer = setInterval(() => {
    const isGone = process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
    if (!isGone) return;
    clearInterval(timer);
    onGone();
  }, checkMs);
  timer.unref();
}
