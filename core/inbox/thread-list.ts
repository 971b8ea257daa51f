import type { Db } from '../db/transact.ts';
import { readThreadRow, threadColumns, type RawThread, type ThreadRow } from './thread-store.ts';
import { figuresOfView, viewConditions, type ThreadView } from './thread-views.ts';

/** `longest` shows first who waits longest for an answer. */
export type ThreadOrder = 'newest' | 'longest';

export type ThreadFilter = {
  view: ThreadView;
  /** Who looks, for what is theirs. */
  me?: string | undefined;
  /** Of any of these. */
  accountIds?: readonly string[] | undefined;
};

export type ThreadQuery = ThreadFilter & {
  order: ThreadOrder;
  /** Key of the last row of the page before. */
  after?: bigint | undefined;
  limit: number;
};

/** The conditions of a filter, for a statement that binds `filterValues`. */
export function filterSql({ view, accountIds }: ThreadFilter): string {
  const [only, ...others] = accountIds ?? [];
  const conditions = [viewConditions[view]];
  // The plus keeps the view's own index in use: one of accounts would have all its rows sorted. Only the
  // list of all has an index of each account's.
  if (others.length > 0 || accountIds?.length === 0)
    conditions.push('+t.account_id IN (SELECT value FROM json_each(@accounts))');
  else if (only !== undefined)
    conditions.push(`${view === 'all' ? '' : '+'}t.account_id = @account`);
  return conditions.join(' AND ');
}

export function filterValues({ me = '', accountIds = [] }: ThreadFilter) {
  return { me, accounts: JSON.stringify(accountIds), account: accountIds[0] ?? '' };
}

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
      const sql = `SELECT ${threadColumns} FROM threads t WHERE ${filterSql(query)} ${from}
        ORDER BY ${by} LIMIT @limit`;
      return statement(sql)
        .all({ ...filterValues(query), after, limit })
        .map(readThreadRow);
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
