import { implement } from '@orpc/server';
import { catalogue } from '../../shared/contract/catalogue.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { CatalogueService } from './service.ts';

export function catalogueRoutes(service: CatalogueService) {
  const os = implement(catalogue).$context<CallContext>();
  return os.router({
    search: os.search.handler(({ input }) => service.search(input ?? {})),
    get: os.get.handler(({ input }) => service.get(input.productId)),
    save: os.save.handler(({ input }) => service.save(input)),
    remove: os.remove.handler(({ input }) => service.remove(input.productIds, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.productIds, input.clientId)),
    importFile: os.importFile.handler(({ input, context }) =>
      service.importFile(input, context.language),
    ),
    attachByName: os.attachByName.handler(({ input }) =>
      service.attachByName(input.photos, input.clientId),
    ),
    counts: os.counts.handler(() => service.counts()),
    usedIn: os.usedIn.handler(({ input }) => service.usedIn(input.productId)),
  });
}
