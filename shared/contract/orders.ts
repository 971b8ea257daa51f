import { z } from 'zod';
import { clientId, currency, cursor, id, instant, limit, minorUnits, procedure } from './shapes.ts';

export const orderState = z.enum(['open', 'sent', 'dropped']);
export type OrderState = z.infer<typeof orderState>;

const orderContent = z.object({
  productId: id.optional(),
  title: z.string().trim().min(1).max(200),
  sku: z.string().max(80).optional(),
  quantity: z.number().int().min(1).max(9999),
  /** Of one piece. */
  price: minorUnits.optional(),
  currency: currency.optional(),
  note: z.string().max(500).optional(),
});

/** What a customer wants to buy, as far as it was understood. */
export const order = orderContent.extend({
  id,
  state: orderState,
  accountId: id,
  threadId: id,
  commentId: id.optional(),
  personId: z.string().optional(),
  person: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export type Order = z.infer<typeof order>;

const orderQuery = z.object({
  state: orderState.optional(),
  threadId: id.optional(),
  /** With `personId`, the network's id of a person: that person's. */
  accountId: id.optional(),
  personId: z.string().max(100).optional(),
});

/** Orders that customers left in the inbox. Nothing is sold here: they are a list to work from. */
export const orders = {
  list: procedure('/orders/list')
    .input(orderQuery.extend({ cursor, limit }).optional())
    .output(
      z.object({ items: z.array(order), next: z.string().optional(), open: z.number().int() }),
    ),
  /** What a comment asks for, with the product it names and how many; made by hand. */
  draft: procedure('/orders/draft')
    .input(z.object({ commentId: id, clientId }))
    .output(order),
  /** Without `orderId` a new one of the thread. */
  save: procedure('/orders/save')
    .input(orderContent.extend({ orderId: id.optional(), threadId: id, clientId }))
    .output(order),
  setState: procedure('/orders/setState')
    .input(z.object({ orderId: id, state: orderState, clientId }))
    .output(order),
  /** As a CSV file. */
  export: procedure('/orders/export')
    .input(orderQuery.optional())
    .output(
      z.object({
        name: z.string(),
        mime: z.string(),
        base64: z.string(),
        orders: z.number().int(),
      }),
    ),
};
