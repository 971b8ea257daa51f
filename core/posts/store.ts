import type { Network, TargetState } from '../../shared/contract/shapes.ts';
import { postContent, type PostContent } from '../../shared/contract/posts.ts';
import type { Db } from '../db/transact.ts';

export type Plan = { at: number; wall: string; zone: string };

/** A post as its table has it; instants in UTC ms. */
export type PostRow = {
  id: string;
  content: PostContent;
  title: string;
  version: number;
  graceMinutes: number | null;
  campaignId: string | null;
  plan: Plan | undefined;
  updatedAt: number;
};

/** What a tile of the calendar needs of a post, with the marks of its targets. */
export type TileRow = {
  id: string;
  title: string;
  plan: Plan | undefined;
  accountIds: string[];
  firstAssetId: string | undefined;
  campaignId: string | undefined;
  updatedAt: number;
  marks: TargetMark[];
};
/** `removed`: it was published, and is no longer there. */
export type MarkState = TargetState | 'removed';
export type TargetMark = { role: string; network: Network; state: MarkState; asks: boolean };

type RawTile = {
  id: string;
  title: string;
  planAt: number | null;
  planWall: string | null;
  planZone: string | null;
  accountIds: string;
  firstAssetId: string | null;
  campaignId: string | null;
  updatedAt?: number;
  marks: string | null;
};

type Narrowed = { productId?: string | undefined; campaignId?: string | undefined };
type Narrowing = { productId: string | null; campaignId: string | null };

type RawRow = Omit<PostRow, 'content' | 'plan'> & {
  content: string;
  planAt: number | null;
  planWall: string | null;
  planZone: string | null;
};

export type PostStore = ReturnType<typeof postStore>;

const columns = `id, content, title, version, grace_minutes AS graceMinutes,
  campaign_id AS campaignId, plan_at AS planAt, plan_wall AS planWall, plan_zone AS planZone,
  updated_at AS updatedAt`;

// Targets are publishing's, read here so that a month takes one query: each is written as
// `post facebook scheduled 0`, with 1 where a person is asked. What was taken off the network, here or
// there, is `removed`.
const tileColumns = `id, title, plan_at AS planAt, plan_wall AS planWall, plan_zone AS planZone,
  account_ids AS accountIds, first_asset_id AS firstAssetId, campaign_id AS campaignId,
  (SELECT group_concat(role || ' ' || network || ' ' ||
     iif(state = 'published' AND (removed_at IS NOT NULL OR live ->> '$.isGone'), 'removed', state)
     || ' ' || (state = 'uncertain' AND progress ->> '$.asked' IS NOT NULL))
   FROM targets WHERE post_id = posts.id) AS marks`;
const ofProduct = 'id IN (SELECT post_id FROM post_products WHERE product_id = ?)';
const isPlanned = 'plan_at >= ? AND plan_at < ? AND removed_at IS NULL';

/** The month's query, as a measure of it asks too. */
export const plannedTilesSql = `SELECT ${tileColumns} FROM posts WHERE ${isPlanned}
  ORDER BY plan_at, id`;

export function postStore(db: Db) {
  const find = db.prepare<[string], RawRow>(
    `SELECT ${columns} FROM posts WHERE id = ? AND removed_at IS NULL`,
  );
  const samePrint = db
    .prepare<[string, string], string>(
      'SELECT id FROM posts WHERE content_print = ? AND id <> ? AND removed_at IS NULL LIMIT 50',
    )
    .pluck();
  const { insert, update, setPlan, setCampaign, setRemoved, clearProducts, addProduct, isRemoved } =
    writers(db);

  return {
    find: (id: string) => parsed(find.get(id)),
    ...tileReaders(db),
    /** Other posts with the same words and pictures. */
    idsWithPrint: (print: string, exceptId: string) => samePrint.all(print, exceptId),
    insert(row: PostRow, print: string, productIds: readonly string[]): void {
      insert.run({ ...written(row), print });
      productIds.forEach((productId) => addProduct.run(productId, row.id));
    },
    update(row: PostRow, print: string, productIds: readonly string[]): void {
      update.run({ ...written(row), print });
      clearProducts.run(row.id);
      productIds.forEach((productId) => addProduct.run(productId, row.id));
    },
    setPlan: (id: string, plan: Plan | undefined) =>
      setPlan.run(plan?.at ?? null, plan?.wall ?? null, plan?.zone ?? null, id),
    setCampaign: (id: string, campaignId: string | null) => setCampaign.run(campaignId, id),
    setRemoved: (id: string, removedAt: number | null) => setRemoved.run(removedAt, id),
    /** Undefined for a post that never was. */
    isRemoved: (id: string) => isRemoved.get(id),
  };
}

function tileReaders(db: Db) {
  const tile = db.prepare<[string], RawTile>(
    `SELECT ${tileColumns} FROM posts WHERE id = ? AND removed_at IS NULL`,
  );
  const planned = db.prepare<[number, number], RawTile>(plannedTilesSql);
  const narrowed = db.prepare<[number, number, Narrowing], RawTile>(
    `SELECT ${tileColumns} FROM posts WHERE ${isPlanned}
       AND (@campaignId IS NULL OR campaign_id = @campaignId)
       AND (@productId IS NULL
         OR id IN (SELECT post_id FROM post_products WHERE product_id = @productId))
     ORDER BY plan_at, id`,
  );
  const ofCampaign = db.prepare<[string, number], RawTile>(
    `SELECT ${tileColumns} FROM posts WHERE campaign_id = ? AND removed_at IS NULL
     ORDER BY plan_at IS NULL, plan_at, id LIMIT ?`,
  );
  const drafts = db.prepare<[number, number, string, number], RawTile>(
    `SELECT ${tileColumns}, updated_at AS updatedAt FROM posts
     WHERE plan_at IS NULL AND removed_at IS NULL
       AND (updated_at < ? OR (updated_at = ? AND id < ?))
     ORDER BY updated_at DESC, id DESC LIMIT ?`,
  );
  const withProduct = db.prepare<[string, number], RawTile>(
    `SELECT ${tileColumns} FROM posts WHERE ${ofProduct} AND removed_at IS NULL
     ORDER BY coalesce(plan_at, updated_at) DESC, id DESC LIMIT ?`,
  );
  const planTimes = db
    .prepare<[number, number], number>(`SELECT plan_at FROM posts WHERE ${isPlanned}`)
    .pluck();
  return {
    tile: (id: string) => [tile.get(id)].flatMap((row) => (row ? parseTile(row) : []))[0],
    planned: (from: number, to: number, { productId, campaignId }: Narrowed = {}) =>
      (productId === undefined && campaignId === undefined
        ? planned.all(from, to)
        : narrowed.all(from, to, {
            productId: productId ?? null,
            campaignId: campaignId ?? null,
          })
      ).map(parseTile),
    /** Planned ones by time, then drafts. */
    ofCampaign: (campaignId: string, limit: number) =>
      ofCampaign.all(campaignId, limit).map(parseTile),
    drafts: (before: { updatedAt: number; id: string }, limit: number) =>
      drafts.all(before.updatedAt, before.updatedAt, before.id, limit).map(parseTile),
    withProduct: (productId: string, limit: number) =>
      withProduct.all(productId, limit).map(parseTile),
    /** The instants at which something is planned. */
    planTimes: (from: number, to: number) => planTimes.all(from, to),
  };
}

function parseTile({ planAt, planWall, planZone, ...row }: RawTile): TileRow {
  return {
    id: row.id,
    title: row.title,
    plan: readPlan({ planAt, planWall, planZone }),
    accountIds: JSON.parse(row.accountIds) as string[],
    firstAssetId: row.firstAssetId ?? undefined,
    campaignId: row.campaignId ?? undefined,
    updatedAt: row.updatedAt ?? 0,
    marks: row.marks === null ? [] : row.marks.split(',').map(parseMark),
  };
}

function parseMark(mark: string): TargetMark {
  const [role = '', network, state, asks] = mark.split(' ');
  return { role, network: network as Network, state: state as MarkState, asks: asks === '1' };
}

function readPlan({
  planAt,
  planWall,
  planZone,
}: Pick<RawTile, 'planAt' | 'planWall' | 'planZone'>): Plan | undefined {
  const hasPlan = planAt !== null && planWall !== null && planZone !== null;
  return hasPlan ? { at: planAt, wall: planWall, zone: planZone } : undefined;
}

function writers(db: Db) {
  return {
    insert: db.prepare(
      `INSERT INTO posts (id, content, title, version, grace_minutes, content_print, created_at,
         updated_at, account_ids, first_asset_id, campaign_id) VALUES (@id, @content, @title,
         @version, @graceMinutes, @print, @updatedAt, @updatedAt, @accountIds, @firstAssetId,
         @campaignId)`,
    ),
    update: db.prepare(
      `UPDATE posts SET content = @content, title = @title, version = @version,
         grace_minutes = @graceMinutes, content_print = @print, updated_at = @updatedAt,
         account_ids = @accountIds, first_asset_id = @firstAssetId, campaign_id = @campaignId
       WHERE id = @id`,
    ),
    setPlan: db.prepare<[number | null, string | null, string | null, string]>(
      'UPDATE posts SET plan_at = ?, plan_wall = ?, plan_zone = ? WHERE id = ?',
    ),
    setCampaign: db.prepare<[string | null, string]>(
      'UPDATE posts SET campaign_id = ? WHERE id = ?',
    ),
    setRemoved: db.prepare<[number | null, string]>('UPDATE posts SET removed_at = ? WHERE id = ?'),
    isRemoved: db
      .prepare<[string], number>('SELECT removed_at IS NOT NULL FROM posts WHERE id = ?')
      .pluck(),
    clearProducts: db.prepare<[string]>('DELETE FROM post_products WHERE post_id = ?'),
    addProduct: db.prepare<[string, string]>(
      'INSERT INTO post_products (product_id, post_id) VALUES (?, ?)',
    ),
  };
}

function written(row: PostRow) {
  const { id, title, version, graceMinutes, campaignId, updatedAt } = row;
  return {
    id,
    title,
    version,
    graceMinutes,
    campaignId,
    updatedAt,
    content: JSON.stringify(row.content),
    accountIds: JSON.stringify(row.content.accountIds),
    firstAssetId: row.content.media[0]?.assetId ?? null,
  };
}

function parsed(row: RawRow | undefined): PostRow | undefined {
  return row && parseRow(row);
}

function parseRow({ content, planAt, planWall, planZone, ...row }: RawRow): PostRow {
  return {
    ...row,
    content: postContent.parse(JSON.parse(content)),
    plan: readPlan({ planAt, planWall, planZone }),
  };
}
