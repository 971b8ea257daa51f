import { implement } from '@orpc/server';
import { accounts } from '../../shared/contract/accounts.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { AccountsService } from './service.ts';

export function accountsRoutes(service: AccountsService) {
  const os = implement(accounts).$context<CallContext>();
  return os.router({
    connect: os.connect.handler(({ input, context }) => service.connect(input, context)),
    list: os.list.handler(({ context }) => service.list(context)),
    disconnect: os.disconnect.handler(({ input, context }) => service.disconnect(input, context)),
    loginSettings: os.loginSettings.handler(() => service.loginSettings()),
    setLoginSettings: os.setLoginSettings.handler(({ input }) => service.setLoginSettings(input)),
    checkSetup: os.checkSetup.handler(({ context }) => service.checkSetup(context)),
    beginLogin: os.beginLogin.handler(({ input, context }) => service.beginLogin(input, context)),
    useToken: os.useToken.handler(({ input, context }) => service.useToken(input, context)),
    finishLogin: os.finishLogin.handler(({ input, context }) =>
      service.finishLogin(input, context),
    ),
    cancelLogin: os.cancelLogin.handler(({ input }) => service.cancelLogin(input)),
    found: os.found.handler(({ input, context }) => service.found(input, context)),
    choose: os.choose.handler(({ input, context }) => service.choose(input, context)),
  });
}
