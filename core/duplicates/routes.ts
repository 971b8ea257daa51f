import { implement } from '@orpc/server';
import { duplicates } from '../../shared/contract/duplicates.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { DuplicatesService } from './service.ts';

export function duplicatesRoutes(service: DuplicatesService) {
  const os = implement(duplicates).$context<CallContext>();
  return os.router({
    list: os.list.handler(({ input }) => service.list(input ?? {})),
    of: os.of.handler(({ input }) => service.of(input.assetId)),
    keep: os.keep.handler(({ input }) => service.keep(input.assetIds, input.clientId)),
    unkeep: os.unkeep.handler(({ input }) => service.unkeep(input.assetIds, input.clientId)),
    merge: os.merge.handler(({ input }) =>
      service.merge(input.keepId, input.assetIds, input.clientId),
    ),
    unmerge: os.unmerge.handler(({ input }) => service.unmerge(input.assetIds, input.clientId)),
  });
}
