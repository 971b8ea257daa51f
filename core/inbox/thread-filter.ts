import { viewConditions, type ThreadView } from './thread-views.ts';

export type ThreadFilter = {
  view: ThreadView;
  /** Who looks, for what is theirs. */
  me?: string | undefined;
  /** Of any of these. */
  accountIds?: readonly string[] | undefined;
  /** Of people who wear this tag. */
  tagId?: string | undefined;
  /** What the customer's newest words want, and in which language they are. */
  intent?: string | undefined;
  language?: string | undefined;
};

// Tags are the customers' feature's, read here. Whoever came without an id is known by one thread alone.
const taggedThreads = `SELECT o.rowid FROM customer_tagged g
    CROSS JOIN customers u ON u.id = g.customer_id
    CROSS JOIN threads o ON o.account_id = u.account_id AND o.person_id = u.person_id
    WHERE g.tag_id = @tag AND u.person_id IS NOT NULL
  UNION SELECT o.rowid FROM customer_tagged g CROSS JOIN customers u ON u.id = g.customer_id
    CROSS JOIN threads o ON o.id = u.thread_id
    WHERE g.tag_id = @tag AND u.thread_id IS NOT NULL`;

/** Views of so many threads that what is rare among them has an index of its own. */
const isLarge = (view: ThreadView): boolean => view === 'all' || view === 'done';

/** Threads `t` of a filter and its conditions, for a statement that binds `filterValues`. Those of a tag are
 *  read one by one, however many others there are. */
export function listSql({ tagId, ...filter }: ThreadFilter): string {
  const source =
    tagId === undefined
      ? 'threads t'
      : `(${taggedThreads}) tagged CROSS JOIN threads t ON t.rowid = tagged.rowid`;
  return `${source} WHERE ${filterSql(filter)}`;
}

/** The conditions of a filter over a thread `t` that is found already. The plus keeps one index in use: the
 *  view's own, or that of what is rarer; others would have all their rows sorted. */
export function filterSql(filter: ThreadFilter): string {
  const { view, accountIds, tagId, intent, language } = filter;
  const [only, ...others] = accountIds ?? [];
  const isRare = isLarge(view) && (intent !== undefined || language !== undefined);
  const conditions = [viewConditions[view]];
  // Wants are known of customers' words alone: where one is asked for, a customer has spoken.
  if (isRare && view === 'done') conditions.push('t.spoken = 1');
  if (intent !== undefined) conditions.push(`${isLarge(view) ? '' : '+'}t.intent = @intent`);
  if (language !== undefined) conditions.push(`${isRare ? '' : '+'}t.language = @language`);
  if (others.length > 0 || accountIds?.length === 0)
    conditions.push('+t.account_id IN (SELECT value FROM json_each(@accounts))');
  else if (only !== undefined)
    // Only the list of all has an index of each account's.
    conditions.push(`${view === 'all' && !isRare ? '' : '+'}t.account_id = @account`);
  if (tagId !== undefined) conditions.push(`+t.rowid IN (${taggedThreads})`);
  return conditions.join(' AND ');
}

export function filterValues({
  me = '',
  accountIds = [],
  tagId = '',
  intent = '',
  language = '',
}: ThreadFilter) {
  const accounts = JSON.stringify(accountIds);
  return { me, accounts, account: accountIds[0] ?? '', tag: tagId, intent, language };
}
