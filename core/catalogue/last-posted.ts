import type { Db } from '../db/transact.ts';

/** UTC ms when each product was last in a published post; products never posted are left out. */
export type LastPostedAt = (productIds: readonly string[]) => Map<string, number>;

/** Reads the tables of posts and of publishing, which write them. */
export function lastPosted(db: Db): LastPostedAt {
  const newest = db
    .prepare<[string], number | null>(
      `SELECT max(coalesce(t.published_at, t.due_at)) FROM post_products pp
       JOIN targets t ON t.post_id = pp.post_id AND t.role = 'post' AND t.state = 'published'
       WHERE pp.product_id = ?`,
    )
    .pluck();
  return (productIds) => {
    const found = new Map<string, number>();
    for (const id of productIds) {
      const at = newest.get(id);
      if (at != null) found.set(id, at);
    }
    return found;
  };
}
