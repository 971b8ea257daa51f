import type { Db } from '../../db/transact.ts';

/** Pages of the index that one step writes: some milliseconds. */
const pagesAtOnce = 50;
const stepsAtOnce = 4;

/** Every page of comments that comes in leaves a part of its own in the index of words, and a search asks them
 *  all: in quiet moments they are put together, a little at a time. */
export function tidyWords(db: Db) {
  const merge = db.prepare<[number]>(
    "INSERT INTO comments_words (comments_words, rank) VALUES ('merge', ?)",
  );
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();

  /** False when there was nothing left to put together. */
  function step(): boolean {
    const before = changes.get() ?? 0;
    merge.run(pagesAtOnce);
    // The order itself counts as one.
    return (changes.get() ?? 0) - before >= 2;
  }

  /** True where more is left for the next quiet moment. Others are answered between two steps. */
  return async function tidy(isOver: () => boolean): Promise<boolean> {
    for (let count = 0; count < stepsAtOnce; count++) {
      if (isOver() || !step()) return false;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return true;
  };
}
