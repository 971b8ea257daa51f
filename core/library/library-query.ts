import type { LibraryQuery, LibrarySort, LibraryUse } from '../../shared/contract/library.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import { searchWords } from '../db/search-words.ts';

export type QuerySql = { from: string; where: string; order: string; params: QueryParams };
export type QueryParams = Record<string, string | number>;

type Clause = { sql: string; params?: QueryParams };

/** Posts, products and targets belong to other features; they are read here so that a filter by use
 *  is right at any time and takes one query. */
const ofUse: Record<LibraryUse, string> = {
  nowhere: `NOT EXISTS (SELECT 1 FROM library_uses u LEFT JOIN posts p
        ON u.user_kind = 'post' AND p.id = u.user_id
      WHERE u.asset_id = e.asset_id AND (u.user_kind <> 'post' OR p.removed_at IS NULL))
    AND NOT EXISTS (SELECT 1 FROM product_photos h JOIN products d ON d.id = h.product_id
      WHERE h.asset_id = e.asset_id AND d.removed_at IS NULL)`,
  planned: inPostWith(
    `t.state IN ('scheduled', 'preparing', 'ready', 'publishing', 'uncertain', 'waiting')`,
  ),
  published: inPostWith(`t.state = 'published'`),
  product: `EXISTS (SELECT 1 FROM product_photos h JOIN products d ON d.id = h.product_id
    WHERE h.asset_id = e.asset_id AND d.removed_at IS NULL)`,
};

function inPostWith(target: string): string {
  return `EXISTS (SELECT 1 FROM library_uses u JOIN posts p ON p.id = u.user_id
      JOIN targets t ON t.post_id = p.id
    WHERE u.asset_id = e.asset_id AND u.user_kind = 'post' AND p.removed_at IS NULL
      AND t.role = 'post' AND ${target})`;
}

const lastUse = `(SELECT max(coalesce(p.plan_at, p.updated_at)) FROM library_uses u
    JOIN posts p ON p.id = u.user_id
  WHERE u.asset_id = e.asset_id AND u.user_kind = 'post' AND p.removed_at IS NULL)`;

const newest = 'e.created_at DESC, e.key DESC';
/** The order by name is made of the names as people compare them, which SQL cannot. */
const orders: Record<LibrarySort, string> = {
  newest,
  oldest: 'e.created_at, e.key',
  name: newest,
  largest: `e.size_bytes DESC, ${newest}`,
  rating: `e.rating DESC, ${newest}`,
  'last-used': `${lastUse} DESC NULLS LAST, ${newest}`,
};

/** A question to the library as SQL over `library_entries e`. */
export function querySql(query: LibraryQuery): QuerySql {
  const clauses: Clause[] = [
    { sql: `e.shelf = '${query.binned ? 'bin' : 'open'}'` },
    ...textClause(query.text),
    ...kindClause(query.kind),
    ...equal('origin', query.origin),
    ...equal('format', query.format),
    ...productClause(query.productId),
    ...(query.tagIds ?? []).map(tagClause),
    ...(query.rating ? [{ sql: 'e.rating >= @rating', params: { rating: query.rating } }] : []),
    ...(query.favourite ? [{ sql: 'e.is_favourite = 1' }] : []),
    ...(query.use ? [{ sql: ofUse[query.use] }] : []),
    ...accountClause(query.accountId),
    ...timeClause('>= @from', 'from', query.from),
    ...timeClause('< @to', 'to', query.to),
  ];
  const isSearch = clauses.some(({ params }) => params && 'words' in params);
  const isBin = query.binned && query.sort === undefined;
  return {
    // Driven by what matches, which are few: the planner would rather walk along the order.
    from: isSearch
      ? `(${matching}) w CROSS JOIN library_entries e ON e.key = w.rowid`
      : 'library_entries e',
    where: clauses.map(({ sql }) => `(${sql})`).join(' AND '),
    order: isBin ? 'e.binned_at DESC, e.key DESC' : orders[query.sort ?? 'newest'],
    params: Object.assign({}, ...clauses.map(({ params }) => params)) as QueryParams,
  };
}

/** Whether a list may differ after posts or their targets changed. */
export function asksForPosts({ use, sort, accountId }: LibraryQuery): boolean {
  return use !== undefined || accountId !== undefined || sort === 'last-used';
}

function textClause(text: string | undefined): Clause[] {
  if (!text?.trim()) return [];
  const words = searchWords(foldText(text));
  return words === undefined ? [{ sql: '0' }] : [{ sql: '1', params: { words } }];
}

/** Names, products, tags and alt texts, and what is written in made pictures. */
const matching = `SELECT rowid FROM library_words WHERE library_words MATCH @words
  UNION SELECT rowid FROM temp.made_words WHERE made_words MATCH @words`;

/** Posts that go out, or went out, on an account. */
function accountClause(accountId: string | undefined): Clause[] {
  if (accountId === undefined) return [];
  const sql = inPostWith('t.account_id = @accountId');
  return [{ sql, params: { accountId } }];
}

/** A creation is what was made here, whether it stands still or moves. */
function kindClause(kind: LibraryQuery['kind']): Clause[] {
  if (kind === undefined) return [];
  if (kind === 'creation') return [{ sql: `e.origin = 'studio'` }];
  if (kind === 'photo') return [{ sql: `e.kind = 'photo' AND e.origin <> 'studio'` }];
  return [{ sql: 'e.kind = @kind', params: { kind } }];
}

function equal(column: 'origin' | 'format', value: string | undefined): Clause[] {
  return value === undefined
    ? []
    : [{ sql: `e.${column} = @${column}`, params: { [column]: value } }];
}

function productClause(productId: string | undefined): Clause[] {
  if (productId === undefined) return [];
  const sql = `e.asset_id IN (SELECT asset_id FROM asset_products WHERE product_id = @productId
    UNION SELECT asset_id FROM product_photos WHERE product_id = @productId)`;
  return [{ sql, params: { productId } }];
}

function tagClause(tagId: string, index: number): Clause {
  const sql = `EXISTS (SELECT 1 FROM library_asset_tags g
    WHERE g.tag_id = @tag${index} AND g.asset_id = e.asset_id)`;
  return { sql, params: { [`tag${index}`]: tagId } };
}

function timeClause(sql: string, name: string, at: string | undefined): Clause[] {
  return at === undefined
    ? []
    : [{ sql: `e.created_at ${sql}`, params: { [name]: Date.parse(at) } }];
}
