import type { LibraryTag } from '../../shared/contract/library.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { Db } from '../db/transact.ts';

export type TagStore = ReturnType<typeof tagStore>;

/** Tags and what wears them. Two names that differ by accents or case alone are one tag. */
export function tagStore(db: Db, newId: () => string) {
  const byName = db.prepare<[string], LibraryTag>(
    'SELECT id, name FROM library_tags WHERE folded = ?',
  );
  const byId = db.prepare<[string], LibraryTag>('SELECT id, name FROM library_tags WHERE id = ?');
  const insert = db.prepare<[string, string, string]>(
    'INSERT INTO library_tags (id, name, folded) VALUES (?, ?, ?)',
  );
  const update = db.prepare<[string, string, string]>(
    'UPDATE library_tags SET name = ?, folded = ? WHERE id = ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM library_tags WHERE id = ?');
  const give = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO library_asset_tags (tag_id, asset_id) VALUES (?, ?)',
  );
  const take = db.prepare<[string, string]>(
    'DELETE FROM library_asset_tags WHERE tag_id = ? AND asset_id = ?',
  );
  const wearers = db
    .prepare<[string], string>('SELECT asset_id FROM library_asset_tags WHERE tag_id = ?')
    .pluck();
  const list = db.prepare<{ folded: string }, LibraryTag & { count: number }>(
    `SELECT t.id, t.name, (SELECT count(*) FROM library_asset_tags g
       JOIN library_entries e ON e.asset_id = g.asset_id
       WHERE g.tag_id = t.id AND e.shelf = 'open') AS count
     FROM library_tags t WHERE instr(t.folded, @folded) > 0 ORDER BY t.folded`,
  );

  return {
    find: (id: string) => byId.get(id),
    named: (name: string) => byName.get(foldText(name)),
    /** The tag of that name, made when there is none. */
    make(name: string): LibraryTag {
      const known = byName.get(foldText(name));
      if (known) return known;
      const tag = { id: newId(), name: name.trim() };
      insert.run(tag.id, tag.name, foldText(name));
      return tag;
    },
    /** The same tag again, as it was before it was removed. */
    putBack({ id, name }: LibraryTag): string {
      const known = byName.get(foldText(name));
      if (!known) insert.run(id, name, foldText(name));
      return known?.id ?? id;
    },
    rename: (id: string, name: string) => void update.run(name.trim(), foldText(name), id),
    remove: (id: string) => void remove.run(id),
    /** Answers whether it is new to the asset. */
    give: (id: string, assetId: string) => give.run(id, assetId).changes > 0,
    /** Answers whether the asset wore it. */
    take: (id: string, assetId: string) => take.run(id, assetId).changes > 0,
    wearers: (id: string) => wearers.all(id),
    list: (text: string) => list.all({ folded: foldText(text) }),
  };
}
