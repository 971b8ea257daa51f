import { implement } from '@orpc/server';
import { snippets } from '../../shared/contract/snippets.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { SnippetsService } from './service.ts';

export function snippetsRoutes(service: SnippetsService) {
  const os = implement(snippets).$context<CallContext>();
  return os.router({
    list: os.list.handler(({ input }) => ({ items: service.list(input?.kind) })),
    save: os.save.handler(({ input: { clientId, ...snippet } }) => service.save(snippet, clientId)),
    remove: os.remove.handler(({ input }) => service.remove(input.id, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.id, input.clientId)),
    suggest: os.suggest.handler(({ input }) => ({
      items: service.suggest(input.sign, input.text),
    })),
  });
}
