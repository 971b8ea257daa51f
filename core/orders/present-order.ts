import type { Order } from '../../shared/contract/orders.ts';
import type { OrderRow } from './order-store.ts';

export function presentOrder(row: OrderRow): Order {
  const { id, state, accountId, threadId, title, sku, quantity, note } = row;
  return {
    id,
    state,
    accountId,
    threadId,
    title,
    quantity,
    person: row.personName,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    ...(sku && { sku }),
    ...(note && { note }),
    ...(row.commentKey !== null && { commentId: String(row.commentKey) }),
    ...(row.personId !== null && { personId: row.personId }),
    ...(row.productId !== null && { productId: row.productId }),
    ...(row.priceMinor !== null && { price: row.priceMinor }),
    ...(row.currency !== null && { currency: row.currency }),
  };
}
