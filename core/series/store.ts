import { z } from 'zod';
import { problemStatus, type ProblemCode } from '../../shared/contract/problems.ts';
import { seriesWish, type SeriesWish } from '../../shared/contract/series.ts';
import type { Db } from '../db/transact.ts';

/** Words of a post, as they are written: the common ones, and those of a network that differ. */
const words = z.object({
  caption: z.string(),
  captions: z.object({ facebook: z.string().optional(), instagram: z.string().optional() }),
});
export type Words = z.infer<typeof words>;

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];
const itemProblem = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.unknown()),
});
export type ItemProblem = z.infer<typeof itemProblem>;

export type SeriesRow = { id: string; wish: SeriesWish; zone: string; startedAt: number };

export type ItemRow = {
  seriesId: string;
  productId: string;
  place: number;
  at: number;
  wall: string;
  jobId: string | null;
  postId: string | null;
  made: Words | null;
  priceMinor: number;
  salePriceMinor: number | null;
  problem: ItemProblem | null;
  isExcluded: boolean;
};

type RawItem = Omit<ItemRow, 'made' | 'problem' | 'isExcluded'> & {
  made: string | null;
  problem: string | null;
  isExcluded: number;
};

export type SeriesStore = ReturnType<typeof seriesStore>;

const itemColumns = `series_id AS seriesId, product_id AS productId, place, at, wall, job_id AS jobId,
  post_id AS postId, made, price_minor AS priceMinor, sale_price_minor AS salePriceMinor, problem,
  is_excluded AS isExcluded`;

/** The one writer of series and their items. */
export function seriesStore(db: Db) {
  const insert = db.prepare('INSERT INTO product_series VALUES (@id, @wish, @zone, @startedAt)');
  const setWish = db.prepare<[string, string]>('UPDATE product_series SET wish = ? WHERE id = ?');
  const find = db.prepare<[string], Omit<SeriesRow, 'wish'> & { wish: string }>(
    'SELECT id, wish, zone, started_at AS startedAt FROM product_series WHERE id = ?',
  );
  const recent = db.prepare<[number], { id: string; startedAt: number; count: number }>(
    `SELECT id, started_at AS startedAt,
       (SELECT count(*) FROM product_series_items WHERE series_id = product_series.id) AS count
     FROM product_series ORDER BY started_at DESC, id DESC LIMIT ?`,
  );
  const items = db.prepare<[string], RawItem>(
    `SELECT ${itemColumns} FROM product_series_items WHERE series_id = ? ORDER BY place`,
  );
  const itemsOfJob = db.prepare<[string], RawItem>(
    `SELECT ${itemColumns} FROM product_series_items WHERE job_id = ? ORDER BY series_id, place`,
  );
  const itemsOfPosts = db.prepare<[string], RawItem>(
    `SELECT ${itemColumns} FROM product_series_items
     WHERE post_id IN (SELECT value FROM json_each(?)) AND made IS NOT NULL AND NOT is_excluded`,
  );
  const openJobs = db
    .prepare<[], string>(
      'SELECT DISTINCT job_id FROM product_series_items WHERE job_id IS NOT NULL',
    )
    .pluck();
  const put = db.prepare(
    `INSERT INTO product_series_items (series_id, product_id, place, at, wall, job_id, post_id, made,
       price_minor, sale_price_minor, problem, is_excluded)
     VALUES (@seriesId, @productId, @place, @at, @wall, @jobId, @postId, @made, @priceMinor,
       @salePriceMinor, @problem, @isExcluded)
     ON CONFLICT (series_id, product_id) DO UPDATE SET at = excluded.at, wall = excluded.wall,
       job_id = excluded.job_id, post_id = excluded.post_id, made = excluded.made,
       price_minor = excluded.price_minor, sale_price_minor = excluded.sale_price_minor,
       problem = excluded.problem, is_excluded = excluded.is_excluded`,
  );
  return {
    insert: ({ wish, ...row }: SeriesRow) => insert.run({ ...row, wish: JSON.stringify(wish) }),
    setWish: (id: string, wish: SeriesWish) => setWish.run(JSON.stringify(wish), id),
    find(id: string): SeriesRow | undefined {
      const row = find.get(id);
      return row && { ...row, wish: seriesWish.parse(JSON.parse(row.wish)) };
    },
    recent: (limit: number) => recent.all(limit),
    items: (seriesId: string): ItemRow[] => items.all(seriesId).map(parseItem),
    itemsOfJob: (jobId: string): ItemRow[] => itemsOfJob.all(jobId).map(parseItem),
    itemsOfPosts: (postIds: readonly string[]): ItemRow[] =>
      itemsOfPosts.all(JSON.stringify(postIds)).map(parseItem),
    /** Jobs whose pictures items wait for. */
    openJobs: () => openJobs.all(),
    putItem: (item: ItemRow) =>
      put.run({
        ...item,
        made: item.made && JSON.stringify(item.made),
        problem: item.problem && JSON.stringify(item.problem),
        isExcluded: item.isExcluded ? 1 : 0,
      }),
  };
}

function parseItem({ made, problem, isExcluded, ...row }: RawItem): ItemRow {
  return {
    ...row,
    made: made === null ? null : words.parse(JSON.parse(made)),
    problem: problem === null ? null : itemProblem.parse(JSON.parse(problem)),
    isExcluded: isExcluded === 1,
  };
}
