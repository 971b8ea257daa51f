import type { Migration } from '../migration.ts';

export const migration: Migration = {
  version: 36,
  name: 'word-index',
  up(db) {
    // A search asks each part of the index of words that there is. While comments come in, fewer parts are put
    // together; in quiet moments those that lie beside one another are, two by two.
    db.exec(`
      INSERT INTO comments_words (comments_words, rank) VALUES ('automerge', 8);
      INSERT INTO comments_words (comments_words, rank) VALUES ('usermerge', 2);
    `);
  },
};
