import type { OrderState } from '../../shared/contract/orders.ts';
import type { Db } from '../db/transact.ts';

export type OrderRow = {
  id: string;
  accountId: string;
  threadId: string;
  commentKey: bigint | null;
  personId: string | null;
  personName: string;
  productId: string | null;
  title: string;
  sku: string;
  quantity: number;
  /** Of one piece; null where it is not known. */
  priceMinor: number | null;
  currency: string | null;
  note: string;
  state: OrderState;
  createdAt: number;
  updatedAt: number;
};

export type OrderQuery = {
  state?: OrderState | undefined;
  threadId?: string | undefined;
  accountId?: string | undefined;
  personId?: string | undefined;
};

type Raw = { [K in keyof OrderRow]: OrderRow[K] extends number | null ? bigint : OrderRow[K] };
const numbers = ['quantity', 'priceMinor', 'createdAt', 'updatedAt'] as const;

const columns = `id, account_id AS accountId, thread_id AS threadId, comment_key AS commentKey,
  person_id AS personId, person_name AS personName, product_id AS productId, title, sku, quantity,
  price_minor AS priceMinor, currency, note, state, created_at AS createdAt, updated_at AS updatedAt`;

function readRow(raw: Raw): OrderRow {
  const plain = numbers.map((name) => [name, raw[name] === null ? null : Number(raw[name])]);
  return { ...(raw as unknown as OrderRow), ...Object.fromEntries(plain) };
}

export type OrderStore = ReturnType<typeof orderStore>;

/** The one writer of orders. */
export function orderStore(db: Db) {
  const find = db
    .prepare<[string], Raw>(`SELECT ${columns} FROM order_drafts WHERE id = ?`)
    .safeIntegers(true);
  const statements = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (sql: string) => db.prepare<object, Raw>(sql).safeIntegers(true);
  const countOpen = db
    .prepare<[], number>("SELECT count(*) FROM order_drafts WHERE state = 'open'")
    .pluck();
  const put = db.prepare(
    `INSERT INTO order_drafts (id, account_id, thread_id, comment_key, person_id, person_name, product_id,
       title, sku, quantity, price_minor, currency, note, state, created_at, updated_at)
     VALUES (@id, @accountId, @threadId, @commentKey, @personId, @personName, @productId, @title, @sku,
       @quantity, @priceMinor, @currency, @note, @state, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET product_id = excluded.product_id, title = excluded.title,
       sku = excluded.sku, quantity = excluded.quantity, price_minor = excluded.price_minor,
       currency = excluded.currency, note = excluded.note, state = excluded.state,
       updated_at = excluded.updated_at`,
  );

  function conditions({ state, threadId, accountId, personId }: OrderQuery): string[] {
    return [
      ...(state === undefined ? [] : ['state = @state']),
      ...(threadId === undefined ? [] : ['thread_id = @threadId']),
      ...(accountId === undefined ? [] : ['account_id = @accountId']),
      ...(personId === undefined ? [] : ['person_id = @personId']),
    ];
  }

  return {
    find(id: string): OrderRow | undefined {
      const raw = find.get(id);
      return raw && readRow(raw);
    },
    put: (row: OrderRow) => void put.run(row),
    /** Newest first; ids tell their time. */
    page(query: OrderQuery & { after?: string | undefined; limit: number }): OrderRow[] {
      const where = [...conditions(query), ...(query.after === undefined ? [] : ['id < @after'])];
      const sql = `SELECT ${columns} FROM order_drafts WHERE ${where.join(' AND ') || 'TRUE'}
        ORDER BY id DESC LIMIT @limit`;
      const statement = statements.get(sql) ?? prepare(sql);
      statements.set(sql, statement);
      return statement.all(query).map(readRow);
    },
    countOpen: () => countOpen.get() ?? 0,
  };
}
