import type { Db } from '../db/transact.ts';
import { filterValues, listSql, type ThreadFilter } from './thread-filter.ts';
import { readThreadRow, threadColumns, type RawThread, type ThreadRow } from './thread-store.ts';
import { figuresOfView, viewConditions, type ThreadView } from './thread-views.ts';

/** `longest` shows first who waits longest for an answer. */
export type ThreadOrder = 'newest' | 'longest';

export type ThreadQuery = ThreadFilter & {
  order: ThreadOrder;
  /** Key of the last row of the page before. */
  after?: bigint | undefined;
  limit: number;
};

const plainFigures = ['all', 'unread', 'unanswered', 'customer', 'snoozed', 'done', 'spam'];

const orders: Record<ThreadOrder, { by: string; first: string; beyond: string }> = {
  newest: { by: 't.last_key DESC', first: '', beyond: 'AND t.last_key < @after' },
  longest: {
    by: 't.waits_since',
    first: 'AND t.waits_since IS NOT NULL',
    beyond: 'AND t.waits_since > @after',
  },
};

export type ThreadList = ReturnType<typeof threadList>;

/** Pages of threads, and how many each view holds. */
export function threadList(db: Db) {
  const statements = new Map<string, ReturnType<typeof prepareList>>();
  const prepareList = (sql: string) => db.prepare<unknown[], RawThread>(sql).safeIntegers(true);
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? prepareList(sql);
    statements.set(sql, known);
    return known;
  };
  const prepareCount = (sql: string) => db.prepare<unknown[], number>(sql).pluck();
  const counting = new Map<string, ReturnType<typeof prepareCount>>();
  const ofAccounts = '@accounts IS NULL OR account_id IN (SELECT value FROM json_each(@accounts))';
  const figures = db.prepare<{ accounts: string | null }, Record<string, number | null>>(
    `SELECT ${plainFigures.map((name) => `sum(n_${name}) AS ${name}_n`).join(', ')}
     FROM inbox_figures WHERE ${ofAccounts}`,
  );
  const namedFigures = db.prepare<{ accounts: string | null }, { name: string; n: number }>(
    `SELECT name, sum(n) AS n FROM inbox_named_figures WHERE ${ofAccounts} GROUP BY name`,
  );
  const oldest = db
    .prepare<[], bigint>(
      `SELECT waits_since FROM threads t WHERE ${viewConditions.unanswered}
       ORDER BY waits_since LIMIT 1`,
    )
    .pluck()
    .safeIntegers(true);

  return {
    /** Keyset paging: a page at any depth costs the same. */
    page(query: ThreadQuery): ThreadRow[] {
      const { by, first, beyond } = orders[query.order];
      const { after = null, limit } = query;
      const from = after === null ? first : beyond;
      const sql = `SELECT ${threadColumns} FROM ${listSql(query)} ${from}
        ORDER BY ${by} LIMIT @limit`;
      return statement(sql)
        .all({ ...filterValues(query), after, limit })
        .map(readThreadRow);
    },
    /** How many threads a filter shows, counted as far as `most`. */
    count(filter: ThreadFilter, most: number): number {
      const sql = `SELECT count(*) FROM (SELECT 1 FROM ${listSql(filter)} LIMIT @most)`;
      const known = counting.get(sql) ?? prepareCount(sql);
      counting.set(sql, known);
      return known.get({ ...filterValues(filter), most }) ?? 0;
    },
    /** How many threads a view of these accounts holds; of all of them where none are named. */
    figures(accountIds?: readonly string[]) {
      const accounts = accountIds === undefined ? null : JSON.stringify(accountIds);
      const plain = figures.get({ accounts });
      const named = new Map(namedFigures.all({ accounts }).map(({ name, n }) => [name, n]));
      const figure = (name: string) => plain?.[`${name}_n`] ?? named.get(name) ?? 0;
      return {
        unread: figure('unread'),
        of: (view: ThreadView, me?: string): number =>
          figuresOfView(view, me).reduce((sum, name) => sum + figure(name), 0),
      };
    },
    /** Key of the words that wait longest for an answer, of these accounts or all. */
    oldestWaiting(accountIds?: readonly string[]): bigint | undefined {
      if (accountIds === undefined) return oldest.get();
      const [row] = this.page({ view: 'unanswered', order: 'longest', accountIds, limit: 1 });
      return row?.waitsSince ?? undefined;
    },
  };
}
