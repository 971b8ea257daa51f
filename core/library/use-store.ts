import type { Db } from '../db/transact.ts';

export type UserKind = 'post' | 'product' | 'repeat' | 'evergreen' | 'creation' | 'made' | 'batch';
export type UserRow = { kind: UserKind; id: string; title: string };

// Posts, products, series, creations and batches belong to other features; they are read here so that what a
// picture stands in is right at any time. A series is called by the first line of its words.
const firstLine = (json: string) => `substr(${json} ->> '$.caption', 1,
  iif(instr(${json} ->> '$.caption', char(10)) > 0, instr(${json} ->> '$.caption', char(10)) - 1, 80))`;

const usersSql = `
  SELECT 'post' AS kind, p.id, p.title FROM library_uses u JOIN posts p ON p.id = u.user_id
    WHERE u.user_kind = 'post' AND u.asset_id = @assetId AND p.removed_at IS NULL
  UNION ALL SELECT 'product', d.id, d.title FROM product_photos h
    JOIN products d ON d.id = h.product_id
    WHERE h.asset_id = @assetId AND d.removed_at IS NULL
  UNION ALL SELECT 'creation', c.id, c.name FROM library_uses u
    JOIN creations c ON c.id = u.user_id
    WHERE u.user_kind = 'creation' AND u.asset_id = @assetId AND c.removed_at IS NULL
  UNION ALL SELECT 'repeat', r.id, ${firstLine('r.content')} FROM library_uses u
    JOIN repeats r ON r.id = u.user_id
    WHERE u.user_kind = 'repeat' AND u.asset_id = @assetId
  UNION ALL SELECT 'evergreen', v.id, ${firstLine('v.content')} FROM library_uses u
    JOIN evergreen_entries v ON v.id = u.user_id
    WHERE u.user_kind = 'evergreen' AND u.asset_id = @assetId AND v.removed_at IS NULL
  UNION ALL SELECT DISTINCT 'batch', b.id, b.name FROM batch_pictures i
    JOIN batches b ON b.id = i.batch_id
    WHERE i.asset_id = @assetId AND b.removed_at IS NULL
  UNION ALL SELECT 'made', m.asset_id, m.name FROM library_uses u
    JOIN library_entries m ON m.asset_id = u.user_id
    WHERE u.user_kind = 'made' AND u.asset_id = @assetId AND m.shelf = 'open'`;

// Where a person would miss it: a post that is still to go out or being written, a product, a series,
// a creation that can go on being changed. What was only published has gone out already.
const missedSql = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM library_uses u JOIN posts p ON p.id = u.user_id
      WHERE u.user_kind = 'post' AND u.asset_id = @assetId AND p.removed_at IS NULL
        AND (NOT EXISTS (SELECT 1 FROM targets t WHERE t.post_id = p.id AND t.role = 'post')
          OR EXISTS (SELECT 1 FROM targets t WHERE t.post_id = p.id AND t.role = 'post'
            AND t.state <> 'published')))
    OR EXISTS (SELECT 1 FROM product_photos h JOIN products d ON d.id = h.product_id
      WHERE h.asset_id = @assetId AND d.removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM library_uses u JOIN creations c ON c.id = u.user_id
      WHERE u.user_kind = 'creation' AND u.asset_id = @assetId AND c.removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM library_uses u LEFT JOIN evergreen_entries v
        ON u.user_kind = 'evergreen' AND v.id = u.user_id
      WHERE u.asset_id = @assetId AND u.user_kind IN ('repeat', 'evergreen')
        AND v.removed_at IS NULL)`;

// Whoever removed a post, product or creation within @since may yet want it back, picture and all; a
// published post keeps its picture for good.
const boundSql = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM library_uses u
      LEFT JOIN posts p ON u.user_kind = 'post' AND p.id = u.user_id
      LEFT JOIN creations c ON u.user_kind = 'creation' AND c.id = u.user_id
      LEFT JOIN evergreen_entries v ON u.user_kind = 'evergreen' AND v.id = u.user_id
      WHERE u.asset_id = @assetId AND u.user_kind <> 'made'
        AND coalesce(p.removed_at, c.removed_at, v.removed_at, @since + 1) > @since)
    OR EXISTS (SELECT 1 FROM product_photos h JOIN products d ON d.id = h.product_id
      WHERE h.asset_id = @assetId AND coalesce(d.removed_at, @since + 1) > @since)`;

const madeOfSql = `SELECT asset_id FROM library_uses WHERE user_kind = 'made' AND user_id = ?`;

export type UseStore = ReturnType<typeof useStore>;

/** Who shows an asset. */
export function useStore(db: Db) {
  const users = db.prepare<{ assetId: string }, UserRow>(usersSql);
  const missed = db.prepare<{ assetId: string }, number>(missedSql).pluck();
  const bound = db.prepare<{ assetId: string; since: number }, number>(boundSql).pluck();
  const madeOf = db.prepare<[string], string>(madeOfSql).pluck();
  return {
    users: (assetId: string) => users.all({ assetId }),
    /** Something that is still to go out, or is being worked on, would miss it. */
    isMissed: (assetId: string) => missed.get({ assetId }) === 1,
    /** It may not be erased: something shows it, or did until `since`. */
    isBound: (assetId: string, since: number) => bound.get({ assetId, since }) === 1,
    madeOf: (assetId: string) => madeOf.all(assetId),
  };
}
