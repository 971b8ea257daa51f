import type { Db } from '../db/transact.ts';

/** The text layers of a scene, whatever they are called. */
const written = `t.key IN ('text', 'oldText') AND t.type = 'text'`;
// The index of words knows no more than that æ and œ are letters of their own.
const spelled = (words: string) =>
  [
    ['œ', 'oe'],
    ['Œ', 'oe'],
    ['æ', 'ae'],
    ['Æ', 'ae'],
  ].reduce((sql, [letter, letters]) => `replace(${sql}, '${letter}', '${letters}')`, words);

export type MadeWords = ReturnType<typeof madeWords>;

/** What stands written in the pictures and films that the studio made, beside their other words. A made
 *  scene never changes: each is read once, at the first search after it was made, into an index that
 *  lives as long as the connection. */
export function madeWords(db: Db) {
  // A key is given again when the newest asset is erased: what was read follows.
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.made_words USING fts5 (
      words, content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    CREATE TABLE IF NOT EXISTS temp.made_read (to_key INTEGER NOT NULL);
    INSERT INTO temp.made_read SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM temp.made_read);
    CREATE TEMP TRIGGER IF NOT EXISTS made_gone AFTER DELETE ON main.library_entries BEGIN
      DELETE FROM made_words WHERE rowid = old.key;
      UPDATE made_read SET to_key =
        min(to_key, coalesce((SELECT max(key) FROM library_entries), 0));
    END;
  `);
  const latest = db
    .prepare<[], number>('SELECT coalesce(max(key), 0) FROM library_entries')
    .pluck();
  const readTo = db.prepare<[], number>('SELECT to_key FROM temp.made_read').pluck();
  const setReadTo = db.prepare<[number]>('UPDATE temp.made_read SET to_key = ?');
  const read = db.prepare<{ after: number; to: number }>(
    `INSERT INTO temp.made_words (rowid, words)
     SELECT e.key, ${spelled(`group_concat(t.value, ' ')`)} || ' ' ||
         (SELECT words FROM library_text x WHERE x.key = e.key)
     FROM library_entries e JOIN assets a ON a.id = e.asset_id, json_tree(a.scene) t
     WHERE e.key > @after AND e.key <= @to AND e.origin = 'studio' AND a.scene IS NOT NULL
       AND ${written} GROUP BY e.key`,
  );

  return {
    /** Takes in what was made since. */
    catchUp(): void {
      const to = latest.get() ?? 0;
      const after = readTo.get() ?? 0;
      if (to <= after) return;
      read.run({ after, to });
      setReadTo.run(to);
    },
  };
}
