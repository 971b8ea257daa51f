import type { BaseUrls } from 'graph-api-client';
import { accountsService, type AccountsService } from './accounts/service.ts';
import { readMode, settleMode } from './app/library-mode.ts';
import type { Foundation } from './open-foundation.ts';
import type { Host } from './host.ts';
import { createGraphAccess, type GraphAccess } from './network/graph-access.ts';
import { createLine, type Line } from './network/line.ts';
import { openPictures, type StudioPictures } from './open-pictures.ts';

export type StudioNetwork = {
  accounts: AccountsService;
  line: Line;
  access: GraphAccess;
  pictures: StudioPictures;
};

/** The accounts of the shop, and clients that speak for them. `defaultGraph` is the network when nobody
 *  names one; undefined means the real one. */
export function openNetwork(
  foundation: Foundation,
  host: Host,
  defaultGraph: () => string | undefined,
): StudioNetwork {
  const { tools, settings } = foundation;
  const accounts = accountsService({
    tools,
    secrets: host.secrets,
    readMode: () => readMode(settings),
    settleMode: (mode) => settleMode(settings, mode),
    onTrouble: ({ title, text }) => host.notify({ title, body: text }),
    onEnd: ({ title, text }) => host.notify({ title, body: text }),
    login: host.login,
    defaultGraph,
  });
  let probe: (bases: readonly BaseUrls[]) => Promise<boolean> = () => Promise.resolve(true);
  const line = createLine({
    settings,
    events: tools.events,
    now: tools.clock.now,
    probe: () => probe(accounts.listBaseUrls()),
  });
  const access = createGraphAccess({
    secrets: host.secrets,
    clock: tools.clock,
    line,
    readAccess: accounts.readAccess,
    onAccountTrouble: accounts.noteTrouble,
    onPause: (accountId, untilAt) =>
      accounts.setHealth(accountId, 'throttled', 'account-limit', untilAt),
  });
  probe = access.probe;
  const pictures = openPictures(foundation, host.secrets, {
    clientFor: access.clientFor,
    readAccount: accounts.readAccount,
  });
  return { accounts, line, access, pictures };
}
