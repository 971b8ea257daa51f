import type { Tables } from '../world/world.ts';

export interface WorldSize {
  posts: number;
  /** Under every post, a minute apart. */
  commentsEach: number;
  /** More under the newest post, every tenth of them an answer. */
  commentsOnNewest: number;
}

/** Ids and texts of a filled world, by running number. */
export const filled = {
  post: (pageId: string, n: number): string => `${pageId}_${n + 1}`,
  firstComment: 5_000_000,
  firstOnNewest: 900_000_000,
};

/** Fills a world by SQL alone, in seconds. Its newest post is a minute old at `nowMs`. Numbers stand in
 *  the text of the SQL, as the driver would bind them as fractions. */
export function fillWorld(
  tables: Tables,
  pageId: string,
  { posts, commentsEach, commentsOnNewest }: WorldSize,
  nowMs: number,
): void {
  const startMs = Math.round(nowMs) - posts * 60_000;
  tables.transact(() => {
    tables.run(
      `WITH RECURSIVE run(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM run WHERE n + 1 < ${posts})
       INSERT INTO posts (id, page_id, kind, message, mode, created_at, published_at, updated_at)
       SELECT ?1 || '_' || (n + 1), ?1, 'feed', 'post ' || n, 'live', ${startMs} + n * 60000,
         ${startMs} + n * 60000, ${startMs} + n * 60000 FROM run`,
      pageId,
    );
    fillComments(tables, pageId, posts * commentsEach, commentsEach, startMs);
    fillNewest(tables, pageId, posts, commentsOnNewest, startMs);
    tables.run("INSERT INTO nodes SELECT id, 'post' FROM posts");
    tables.run("INSERT INTO nodes SELECT id, 'comment' FROM comments ORDER BY id");
  });
}

function fillComments(
  tables: Tables,
  pageId: string,
  total: number,
  each: number,
  startMs: number,
): void {
  if (total === 0) return;
  tables.run(
    `WITH RECURSIVE run(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM run WHERE n + 1 < ${total})
     INSERT INTO comments (id, network, object_id, from_id, from_name, message, created_at,
       arrived_at, counted_at, rank)
     SELECT ${filled.firstComment} + n, 'fb', ?1 || '_' || (n / ${each} + 1), '1', 'Eva',
       'comment ' || (n % ${each}), ${startMs} + n / ${each} * 60000 + n % ${each},
       ${startMs} + n / ${each} * 60000, ${startMs} + n / ${each} * 60000, n * 7919 % 1000000
     FROM run`,
    pageId,
  );
}

function fillNewest(
  tables: Tables,
  pageId: string,
  posts: number,
  total: number,
  startMs: number,
): void {
  if (total === 0) return;
  const first = filled.firstOnNewest;
  const atMs = startMs + (posts - 1) * 60_000;
  tables.run(
    `WITH RECURSIVE run(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM run WHERE n + 1 < ${total})
     INSERT INTO comments (id, network, object_id, parent_id, from_id, from_name, message,
       created_at, arrived_at, counted_at, rank)
     SELECT ${first} + n, 'fb', ?1, iif(n % 10 = 9, ${first} + n - 9, NULL), '2', 'Karim',
       'newest ' || n, ${atMs} + n * 50000 / ${total}, ${atMs}, ${atMs}, n * 7919 % 1000000 FROM run`,
    filled.post(pageId, posts - 1),
  );
}
