import { implement } from '@orpc/server';
import { library } from '../../shared/contract/library.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { LibraryService } from './service.ts';

export function libraryRoutes(service: LibraryService) {
  const os = implement(library).$context<CallContext>();
  return os.router({
    outline: os.outline.handler(({ input }) => service.outline(input)),
    page: os.page.handler(({ input }) => service.page(input)),
    ids: os.ids.handler(({ input }) => service.ids(input)),
    get: os.get.handler(({ input, context }) => service.get(input.assetId, context.language)),
    rename: os.rename.handler(({ input }) =>
      service.rename(input.assetId, input.name, input.clientId),
    ),
    rate: os.rate.handler(({ input }) => service.rate(input.chosen, input.rating, input.clientId)),
    setFavourite: os.setFavourite.handler(({ input }) =>
      service.setFavourite(input.chosen, input.favourite, input.clientId),
    ),
    tag: os.tag.handler(({ input: { chosen, clientId, ...change } }) =>
      service.tag(chosen, change, clientId),
    ),
    attach: os.attach.handler(({ input }) =>
      service.attach(input.chosen, input.productId, input.clientId),
    ),
    undo: os.undo.handler(({ input }) => service.undo(input.changeId, input.clientId)),
    bin: os.bin.handler(({ input: { chosen, evenUsed, clientId }, context }) =>
      service.bin(chosen, { evenUsed, language: context.language }, clientId),
    ),
    restore: os.restore.handler(({ input }) => service.restore(input.chosen, input.clientId)),
    erase: os.erase.handler(({ input }) => service.erase(input.chosen, input.clientId)),
    tags: os.tags.handler(({ input }) => ({ items: service.tags(input?.text) })),
    renameTag: os.renameTag.handler(({ input }) =>
      service.renameTag(input.tagId, input.name, input.clientId),
    ),
    filters: os.filters.handler(() => ({ items: service.filters() })),
    saveFilter: os.saveFilter.handler(({ input }) =>
      service.saveFilter(input.name, input.query, input.clientId),
    ),
    removeFilter: os.removeFilter.handler(({ input }) =>
      service.removeFilter(input.filterId, input.clientId),
    ),
    removeTag: os.removeTag.handler(({ input }) => service.removeTag(input.tagId, input.clientId)),
  });
}
