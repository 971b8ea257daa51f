import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 36,
  name: 'word-index',
  up(db) {
    // Parts of the index of words that lie beside one another are put together two by two in quiet moments: a
    // search asks each part that there is.
    db.exec(`INSERT INTO comments_words (comments_words, rank) VALUES ('usermerge', 2)`);
  },
};
