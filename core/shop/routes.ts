import { implement } from '@orpc/server';
import { shop } from '../../shared/contract/shop.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { ShopService } from './service.ts';

export function shopRoutes(service: ShopService) {
  const os = implement(shop).$context<CallContext>();
  return os.router({
    list: os.list.handler(() => service.places.list()),
    add: os.add.handler(({ input: { clientId, ...place } }) => service.places.add(place, clientId)),
    change: os.change.handler(({ input: { clientId, shopId, ...change } }) =>
      service.places.change(shopId, change, clientId),
    ),
    remove: os.remove.handler(({ input }) => service.places.remove(input.shopId, input.clientId)),
    assign: os.assign.handler(({ input }) =>
      service.places.assign(input.accountId, input.shopId, input.clientId),
    ),
    setAccountTimes: os.setAccountTimes.handler(({ input }) =>
      service.places.setAccountTimes(input.accountId, input.usualTimes, input.clientId),
    ),
    get: os.get.handler(() => service.readShop()),
    save: os.save.handler(({ input: { clientId, ...change } }) => service.save(change, clientId)),
  });
}
