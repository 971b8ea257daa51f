import { setPriority } from 'node:os';

/** Low enough to give way, high enough to go on where much else runs. */
const niceness = 5;

/** Has a program give way to what a person waits for. It may be over already, or not let itself be
 *  asked: then it runs like the others. */
export function givePlace(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // Nothing depends on it.
  }
}
