import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type RunFolder = {
  path: string;
  /** True when a run in it was cut short and is now taken up again. */
  resumed: boolean;
  /** Names a change for good: the same step of the same run is one change, however often it is sent. */
  changeId(step: string): string;
  finish(): void;
};

const root = resolve(import.meta.dirname, '../..');

/** The folder of this run: the unfinished one of a run that was killed, else a new one. */
export function openRunFolder(given: string | undefined, now: Date): RunFolder {
  const home = join(root, 'artefacts', 'demo');
  mkdirSync(home, { recursive: true });
  const note = join(home, 'unfinished');
  const before = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  const name = now.toISOString().replace(/[:.]/g, '-');
  const path = given === undefined ? before || join(home, name) : resolve(given);
  const resumed = existsSync(path);
  mkdirSync(path, { recursive: true });
  if (given === undefined) writeFileSync(note, path);
  return {
    path,
    resumed,
    changeId: (step) => `demo-${step}`,
    finish() {
      if (given === undefined) rmSync(note, { force: true });
    },
  };
}
