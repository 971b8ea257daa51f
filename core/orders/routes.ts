import { implement } from '@orpc/server';
import { orders } from '../../shared/contract/orders.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { ApplyOnce } from '../db/apply-once.ts';
import type { OrdersService } from './service.ts';

export function ordersRoutes(service: OrdersService, { applyOnce }: { applyOnce: ApplyOnce }) {
  const os = implement(orders).$context<CallContext>();
  return os.router({
    list: os.list.handler(({ input }) => service.list(input ?? {})),
    draft: os.draft.handler(({ input }) =>
      applyOnce('orders/draft', input.clientId, () => service.draft(readKey(input.commentId))),
    ),
    save: os.save.handler(({ input: { clientId, ...order } }) =>
      applyOnce('orders/save', clientId, () => service.save(order)),
    ),
    setState: os.setState.handler(({ input }) =>
      applyOnce('orders/setState', input.clientId, () =>
        service.setState(input.orderId, input.state),
      ),
    ),
    export: os.export.handler(({ input, context }) =>
      service.export(input ?? {}, context.language),
    ),
  });
}

function readKey(commentId: string): bigint {
  if (!/^\d{1,18}$/.test(commentId)) throw new Problem('not-found', { what: 'comment' });
  return BigInt(commentId);
}
