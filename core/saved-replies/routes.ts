import { implement } from '@orpc/server';
import { savedReplies } from '../../shared/contract/saved-replies.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { SavedRepliesService } from './service.ts';

export function savedRepliesRoutes(service: SavedRepliesService) {
  const os = implement(savedReplies).$context<CallContext>();
  return os.router({
    list: os.list.handler(() => ({ items: service.list() })),
    save: os.save.handler(({ input: { clientId, ...reply } }) => service.save(reply, clientId)),
    remove: os.remove.handler(({ input }) => service.remove(input.id, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.id, input.clientId)),
  });
}
