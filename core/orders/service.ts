import type { Order, OrderState } from '../../shared/contract/orders.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact, PublishedPostFact } from '../../shared/facts.ts';
import type { Understanding } from '../../shared/language/understanding.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { inboxReads, type OrderedIn } from './inbox-reads.ts';
import { orderStore, type OrderQuery, type OrderRow } from './order-store.ts';
import { presentOrder } from './present-order.ts';
import { readOrder, type WishedItem } from './read-order.ts';
import { writeOrders } from './write-orders.ts';

export type OrdersUses = {
  readPublished(accountId: string, remoteId: string): PublishedPostFact | undefined;
  readProducts(productIds: string[]): ProductFact[];
  readWords(text: string, taggedProductIds: readonly string[]): Understanding;
  /** IANA name of the shop's time zone. */
  zone(): string;
};

export type OrderContent = {
  productId?: string | undefined;
  title: string;
  sku?: string | undefined;
  quantity: number;
  price?: number | undefined;
  currency?: string | undefined;
  note?: string | undefined;
};

export type OrdersService = ReturnType<typeof ordersService>;

const page = 100;
const mostExported = 10_000;

/** What customers want to buy: written down from the inbox, worked through by hand. */
export function ordersService(tools: FeatureTools, uses: OrdersUses) {
  const store = orderStore(tools.db);
  const reads = inboxReads(tools.db);

  function found(orderId: string): OrderRow {
    const row = store.find(orderId);
    if (!row) throw new Problem('not-found', { what: 'order' });
    return row;
  }

  function put(row: OrderRow): Order {
    store.put(row);
    tools.events.changed('orders');
    return presentOrder(row);
  }

  function fresh(place: OrderedIn, commentKey: bigint | null): OrderRow {
    const { threadId, accountId, personId, personName } = place;
    const at = tools.clock.now();
    const blank = { productId: null, title: '', sku: '', quantity: 1, priceMinor: null };
    const ids = { id: tools.newId(), threadId, accountId, personId, personName, commentKey };
    const state = 'open' as const;
    return { ...blank, ...ids, currency: null, note: '', state, createdAt: at, updatedAt: at };
  }

  /** What a comment asks for. Throws Problem where it is not a customer's, or has no words to go by. */
  function draft(commentKey: bigint): Order {
    const said = reads.comment(commentKey);
    if (!said) throw new Problem('not-found', { what: 'comment' });
    const tagged = uses.readPublished(said.accountId, said.postRemoteId)?.productIds ?? [];
    const { entities } = uses.readWords(said.text, tagged);
    const named = entities.products.map(({ productId }) => productId);
    const products = uses.readProducts([...new Set([...tagged, ...named])]);
    const wished = readOrder(said.text, entities, products, tagged);
    if (wished.title === '') throw new Problem('order-no-words');
    return put({ ...fresh(said, said.commentKey), ...wishedColumns(wished) });
  }

  function save({ orderId, threadId, ...content }: SavedOrder): Order {
    const updatedAt = tools.clock.now();
    if (orderId !== undefined) return put({ ...found(orderId), ...columnsOf(content), updatedAt });
    const place = reads.thread(threadId);
    if (!place) throw new Problem('not-found');
    return put({ ...fresh(place, null), ...columnsOf(content) });
  }

  return {
    draft,
    save,
    setState: (orderId: string, state: OrderState): Order =>
      put({ ...found(orderId), state, updatedAt: tools.clock.now() }),
    list({ cursor, limit = page, ...query }: OrderQuery & Paging) {
      const rows = store.page({ ...query, after: cursor, limit: limit + 1 });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).map(presentOrder),
        open: store.countOpen(),
        ...(last && { next: last.id }),
      };
    },
    export(query: OrderQuery, language: Language = tools.shopLanguage()) {
      const rows = store.page({ ...query, limit: mostExported });
      return writeOrders(tools, rows, { zone: uses.zone(), language });
    },
  };
}

type Paging = { cursor?: string | undefined; limit?: number | undefined };
type SavedOrder = OrderContent & { orderId?: string | undefined; threadId: string };

const wishedColumns = ({ productId, sku = '', priceMinor, currency, ...rest }: WishedItem) => ({
  ...rest,
  sku,
  productId: productId ?? null,
  priceMinor: priceMinor ?? null,
  currency: currency ?? null,
});

/** A price without its currency says nothing. */
function columnsOf(content: OrderContent) {
  const { price, currency, productId, title, quantity, sku = '', note = '' } = content;
  const isPriced = price !== undefined && currency !== undefined;
  return {
    ...{ title, quantity, sku, note },
    productId: productId ?? null,
    priceMinor: isPriced ? price : null,
    currency: isPriced ? currency : null,
  };
}
