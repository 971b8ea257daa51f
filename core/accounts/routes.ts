import { implement } from '@orpc/server';
import { accounts } from '../../shared/contract/accounts.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { AccountsService } from './service.ts';

export function accountsRoutes(service: AccountsService) {
  const os = implement(accounts).$context<CallContext>();
  return os.router({
    connect: os.connect.handler(({ input, context }) => service.connect(input, context)),
    list: os.list.handler(({ context }) => service.list(context)),
    disconnect: os.disconnect.handler(({ input }) => service.disconnect(input)),
  });
}
