import type { LibraryTag } from '../../shared/contract/library.ts';
import type { Db } from '../db/transact.ts';

export type Entry = {
  assetId: string;
  fileName: string;
  rating: number;
  isFavourite: boolean;
  binnedAt: number | undefined;
  tags: LibraryTag[];
  uses: number;
};
type EntryRow = {
  assetId: string;
  fileName: string;
  rating: number;
  favourite: number;
  binnedAt: number | null;
  tags: string;
  uses: number;
};

const columns = `e.asset_id AS assetId, e.file_name AS fileName, e.rating,
  e.is_favourite AS favourite, e.binned_at AS binnedAt,
  (SELECT json_group_array(json_object('id', t.id, 'name', t.name)) FROM
    (SELECT t.id, t.name FROM library_asset_tags g JOIN library_tags t ON t.id = g.tag_id
     WHERE g.asset_id = e.asset_id ORDER BY t.folded) t) AS tags,
  -- Posts, creations, series and products belong to other features; read here to be counted.
  (SELECT count(*) FROM library_uses u LEFT JOIN posts p ON u.user_kind = 'post' AND p.id = u.user_id
     LEFT JOIN creations c ON u.user_kind = 'creation' AND c.id = u.user_id
     LEFT JOIN evergreen_entries v ON u.user_kind = 'evergreen' AND v.id = u.user_id
   WHERE u.asset_id = e.asset_id AND u.user_kind <> 'made'
     AND coalesce(p.removed_at, c.removed_at, v.removed_at) IS NULL)
  + (SELECT count(*) FROM product_photos h JOIN products d ON d.id = h.product_id
     WHERE h.asset_id = e.asset_id AND d.removed_at IS NULL) AS uses`;

export type EntryStore = ReturnType<typeof entryStore>;

/** What the library knows of each asset beside the asset itself. */
export function entryStore(db: Db) {
  const byKey = db.prepare<[number], EntryRow>(
    `SELECT ${columns} FROM library_entries e WHERE e.key = ?`,
  );
  const byAsset = db.prepare<[string], EntryRow>(
    `SELECT ${columns} FROM library_entries e WHERE e.asset_id = ?`,
  );
  const idOf = db
    .prepare<[number], string>('SELECT asset_id FROM library_entries WHERE key = ?')
    .pluck();
  const facts = db.prepare<[string], { name: string; rating: number; favourite: number }>(
    'SELECT name, rating, is_favourite AS favourite FROM library_entries WHERE asset_id = ?',
  );
  const rate = db.prepare<[number, string]>(
    'UPDATE library_entries SET rating = ? WHERE asset_id = ?',
  );
  const setFavourite = db.prepare<[number, string]>(
    'UPDATE library_entries SET is_favourite = ? WHERE asset_id = ?',
  );
  const due = db
    .prepare<[number], string>('SELECT asset_id FROM library_entries WHERE binned_at <= ?')
    .pluck();

  return {
    byKeys: (keys: readonly number[]) => keys.flatMap((key) => read(byKey.get(key))),
    find: (assetId: string) => read(byAsset.get(assetId))[0],
    idsOf: (keys: readonly number[]) => keys.flatMap((key) => idOf.get(key) ?? []),
    facts: (assetId: string) => facts.get(assetId),
    rate: (assetId: string, rating: number) => void rate.run(rating, assetId),
    setFavourite: (assetId: string, favourite: number) => void setFavourite.run(favourite, assetId),
    /** In the bin since then or longer. */
    binnedSince: (at: number) => due.all(at),
  };
}

function read(row: EntryRow | undefined): Entry[] {
  if (!row) return [];
  const { favourite, binnedAt, tags, ...rest } = row;
  return [
    {
      ...rest,
      isFavourite: favourite === 1,
      binnedAt: binnedAt ?? undefined,
      tags: JSON.parse(tags) as LibraryTag[],
    },
  ];
}
