import type { GraphClient, GraphFailure, GraphResult, ManagedPage } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import { judgeCapabilities } from './capabilities.ts';
import type { AccountToSave } from './store.ts';

export type Discovered = {
  userRemoteId: string;
  accounts: AccountToSave[];
  /** Page tokens by Page id. */
  pageTokens: Map<string, string>;
};

export type Place = { graphUrl: string; practice: boolean };

/** Asks the network which Pages and Instagram accounts the person's token speaks for. Throws Problem
 *  'token-refused', 'network-unreachable' or 'no-accounts'. */
export async function discover(client: GraphClient, place: Place): Promise<Discovered> {
  const me = valueOrProblem(await client.me());
  const granted = await client.permissions();
  const permissions = granted.ok
    ? granted.value.filter((one) => one.status === 'granted').map((one) => one.permission)
    : undefined;
  const pages = valueOrProblem(await client.accounts());
  // A Page without a token is one on which the person has no task.
  const usable = pages.filter((page) => page.token !== undefined);
  if (usable.length === 0) throw new Problem('no-accounts', { pages: pages.length });
  const found: AccountToSave[] = [];
  for (const page of usable) {
    const common = { ...place, userRemoteId: me.id, pageRemoteId: page.id };
    const rights = { tasks: page.tasks, permissions };
    const shop = await readShop(client, page);
    found.push({
      ...common,
      ...judgeCapabilities({ network: 'facebook', ...rights, ...shop }),
      network: 'facebook',
      remoteId: page.id,
      name: page.name,
      ...(page.username !== undefined && { username: page.username }),
      ...shop.known,
    });
    if (page.instagram) {
      found.push({
        ...common,
        ...judgeCapabilities({ network: 'instagram', ...rights, ...shop }),
        network: 'instagram',
        remoteId: page.instagram.id,
        name: page.instagram.name ?? page.instagram.username ?? page.name,
        ...(page.instagram.username !== undefined && { username: page.instagram.username }),
        ...shop.known,
      });
    }
  }
  const pageTokens = new Map(usable.map((page) => [page.id, page.token ?? '']));
  return { userRemoteId: me.id, accounts: found, pageTokens };
}

type Shop = {
  hasCatalogue: boolean;
  canTagProducts: boolean | undefined;
  known: { catalogueRemoteId?: string };
};

/** The shop's catalogue, as far as the person may see it: without it everything else still works. */
async function readShop(client: GraphClient, page: ManagedPage): Promise<Shop> {
  if (!page.instagram) return { hasCatalogue: false, canTagProducts: undefined, known: {} };
  const catalogues = await client.availableCatalogs(page.instagram.id);
  const profile = await client.readInstagramProfile(page.instagram.id);
  const first = catalogues.ok ? catalogues.value[0] : undefined;
  return {
    hasCatalogue: first !== undefined,
    canTagProducts: profile.ok ? profile.value.canTagProducts : undefined,
    known: first ? { catalogueRemoteId: first.id } : {},
  };
}

function valueOrProblem<T>(result: GraphResult<T>): T {
  if (result.ok) return result.value;
  throw problemOf(result.failure);
}

function problemOf(failure: GraphFailure): Problem {
  const isLine = failure.offline === true || (failure.httpStatus ?? 500) >= 500;
  if (isLine || failure.reaction === 'retry' || failure.reaction === 'wait') {
    return new Problem('network-unreachable');
  }
  return new Problem('token-refused', { why: failure.userMessage ?? failure.message });
}
