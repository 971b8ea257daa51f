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
  plan: Plan | undefined;
  updatedAt: number;
};

type RawRow = Omit<PostRow, 'content' | 'plan'> & {
  content: string;
  planAt: number | null;
  planWall: string | null;
  planZone: string | null;
};

export type PostStore = ReturnType<typeof postStore>;

const columns = `id, content, title, version, grace_minutes AS graceMinutes, plan_at AS planAt,
  plan_wall AS planWall, plan_zone AS planZone, updated_at AS updatedAt`;

export function postStore(db: Db) {
  const find = db.prepare<[string], RawRow>(
    `SELECT ${columns} FROM posts WHERE id = ? AND removed_at IS NULL`,
  );
  const planned = db.prepare<[number, number], RawRow>(
    `SELECT ${columns} FROM posts WHERE plan_at >= ? AND plan_at < ? AND removed_at IS NULL
     ORDER BY plan_at, id`,
  );
  const drafts = db.prepare<[number, number, string, number], RawRow>(
    `SELECT ${columns} FROM posts WHERE plan_at IS NULL AND removed_at IS NULL
       AND (updated_at < ? OR (updated_at = ? AND id < ?))
     ORDER BY updated_at DESC, id DESC LIMIT ?`,
  );
  const withProduct = db.prepare<[string, number], RawRow>(
    `SELECT ${columns} FROM posts
     WHERE id IN (SELECT post_id FROM post_products WHERE product_id = ?) AND removed_at IS NULL
     ORDER BY coalesce(plan_at, updated_at) DESC, id DESC LIMIT ?`,
  );
  const samePrint = db
    .prepare<[string, string], string>(
      'SELECT id FROM posts WHERE content_print = ? AND id <> ? AND removed_at IS NULL LIMIT 50',
    )
    .pluck();
  const { insert, update, setPlan, setRemoved, clearProducts, addProduct, isRemoved } = writers(db);

  return {
    find: (id: string) => parsed(find.get(id)),
    planned: (from: number, to: number) => planned.all(from, to).map(parseRow),
    drafts: (before: { updatedAt: number; id: string }, limit: number) =>
      drafts.all(before.updatedAt, before.updatedAt, before.id, limit).map(parseRow),
    withProduct: (productId: string, limit: number) =>
      withProduct.all(productId, limit).map(parseRow),
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
    setRemoved: (id: string, removedAt: number | null) => setRemoved.run(removedAt, id),
    /** Undefined for a post that never was. */
    isRemoved: (id: string) => isRemoved.get(id),
  };
}

function writers(db: Db) {
  return {
    insert: db.prepare(
      `INSERT INTO posts (id, content, title, version, grace_minutes, content_print, created_at,
         updated_at) VALUES (@id, @content, @title, @version, @graceMinutes, @print, @updatedAt,
         @updatedAt)`,
    ),
    update: db.prepare(
      `UPDATE posts SET content = @content, title = @title, version = @version,
         grace_minutes = @graceMinutes, content_print = @print, updated_at = @updatedAt
       WHERE id = @id`,
    ),
    setPlan: db.prepare<[number | null, string | null, string | null, string]>(
      'UPDATE posts SET plan_at = ?, plan_wall = ?, plan_zone = ? WHERE id = ?',
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
  const { id, title, version, graceMinutes, updatedAt } = row;
  return { id, title, version, graceMinutes, updatedAt, content: JSON.stringify(row.content) };
}

function parsed(row: RawRow | undefined): PostRow | undefined {
  return row && parseRow(row);
}

function parseRow({ content, planAt, planWall, planZone, ...row }: RawRow): PostRow {
  const hasPlan = planAt !== null && planWall !== null && planZone !== null;
  return {
    ...row,
    content: postContent.parse(JSON.parse(content)),
    plan: hasPlan ? { at: planAt, wall: planWall, zone: planZone } : undefined,
  };
}
