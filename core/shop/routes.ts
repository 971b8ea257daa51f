import { implement } from '@orpc/server';
import { shop } from '../../shared/contract/shop.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { ShopService } from './service.ts';

export function shopRoutes(service: ShopService) {
  const os = implement(shop).$context<CallContext>();
  return os.router({
    get: os.get.handler(() => service.readShop()),
    save: os.save.handler(({ input: { clientId, ...change } }) => service.save(change, clientId)),
  });
}
