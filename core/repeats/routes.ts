import { implement } from '@orpc/server';
import { repeats } from '../../shared/contract/repeats.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { RepeatsService } from './service.ts';

export function repeatsRoutes(service: RepeatsService) {
  const os = implement(repeats).$context<CallContext>();
  return os.router({
    list: os.list.handler(() => service.list()),
    preview: os.preview.handler(({ input }) =>
      service.preview(input.rule, input.zone, input.limit),
    ),
    create: os.create.handler(({ input: { clientId, ...asked } }) =>
      service.create(asked, clientId),
    ),
    ofPost: os.ofPost.handler(({ input }) => service.ofPost(input.postId)),
    changeFollowing: os.changeFollowing.handler(({ input: { clientId, ...asked } }) =>
      service.changeFollowing(asked, clientId),
    ),
    skip: os.skip.handler(({ input }) =>
      service.skip(input.repeatId, input.date, input.undo, input.clientId),
    ),
    end: os.end.handler(({ input }) => service.end(input.repeatId, input.from, input.clientId)),
    pools: os.pools.handler(({ context }) => service.pools(context.language)),
    savePool: os.savePool.handler(({ input: { clientId, maxUses, ...pool } }) =>
      service.savePool({ ...pool, maxUses }, clientId),
    ),
    removePool: os.removePool.handler(({ input }) =>
      service.removePool(input.poolId, input.clientId),
    ),
    addToPool: os.addToPool.handler(({ input }) =>
      service.addToPool(input.poolId, input.postId, input.variants ?? [], input.clientId),
    ),
    changeEntry: os.changeEntry.handler(({ input: { clientId, ...asked } }) =>
      service.changeEntry(asked, clientId),
    ),
    removeFromPool: os.removeFromPool.handler(({ input }) =>
      service.removeFromPool(input.entryId, input.clientId),
    ),
  });
}
