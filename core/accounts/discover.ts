import type { GraphClient, GraphFailure, GraphResult, ManagedPage } from 'graph-api-client';
import type { Network } from '../../shared/contract/shapes.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { judgeCapabilities } from './capabilities.ts';
import { quotedWords } from './quoted-words.ts';
import type { AccountToSave } from './store.ts';

export type FoundToSave = AccountToSave & { pageName: string; businessName?: string };

/** Something the person has that cannot be connected, and our word for why. */
export type BlockedFind = {
  network: Network;
  remoteId: string;
  name: string;
  pageName: string;
  businessName?: string;
  code: 'no-role' | 'no-instagram';
};

export type Discovered = {
  userRemoteId: string;
  accounts: FoundToSave[];
  blocked: BlockedFind[];
  /** Page tokens by Page id. */
  pageTokens: Map<string, string>;
  /** Granted permissions; undefined when they could not be read. */
  permissions: string[] | undefined;
};

export type Place = { graphUrl: string; practice: boolean };

/** Asks the network which Pages and Instagram accounts the person's token speaks for. Throws Problem
 *  'token-refused', 'network-unreachable' or, when there is nothing at all, 'no-accounts'. */
export async function discover(client: GraphClient, place: Place): Promise<Discovered> {
  const me = valueOrProblem(await client.me());
  const granted = await client.permissions();
  const permissions = granted.ok
    ? granted.value.filter((one) => one.status === 'granted').map((one) => one.permission)
    : undefined;
  const { pages } = valueOrProblem(await client.discoverAccounts());
  if (pages.length === 0) throw new Problem('no-accounts', { pages: 0 });
  // A Page without a token is one on which the person has no task.
  const usable = pages.filter((page) => page.token !== undefined);
  const found: FoundToSave[] = [];
  for (const page of usable) {
    const shop = await readShop(client, page);
    found.push(...accountsOf(page, { place, userRemoteId: me.id, permissions, shop }));
  }
  return {
    userRemoteId: me.id,
    accounts: found,
    blocked: pages.flatMap(blockedOf),
    pageTokens: new Map(usable.map((page) => [page.id, page.token ?? ''])),
    permissions,
  };
}

function accountsOf(
  page: ManagedPage,
  seen: { place: Place; userRemoteId: string; permissions: string[] | undefined; shop: Shop },
): FoundToSave[] {
  const { place, userRemoteId, permissions, shop } = seen;
  const rights = { tasks: page.tasks, permissions, ...shop };
  const common = { ...place, userRemoteId, pageRemoteId: page.id, ...whereOf(page), ...shop.known };
  const facebook: FoundToSave = {
    ...common,
    ...judgeCapabilities({ network: 'facebook', ...rights }),
    network: 'facebook',
    remoteId: page.id,
    name: page.name,
    ...(page.username !== undefined && { username: page.username }),
  };
  if (!page.instagram) return [facebook];
  const { id, name, username } = page.instagram;
  const instagram: FoundToSave = {
    ...common,
    ...judgeCapabilities({ network: 'instagram', ...rights }),
    network: 'instagram',
    remoteId: id,
    name: name ?? username ?? page.name,
    ...(username !== undefined && { username }),
  };
  return [facebook, instagram];
}

function whereOf(page: ManagedPage): { pageName: string; businessName?: string } {
  const businessName = page.business?.name;
  return { pageName: page.name, ...(businessName !== undefined && { businessName }) };
}

/** Also what is not there is found: a merchant who looks for it reads why. */
function blockedOf(page: ManagedPage): BlockedFind[] {
  const where = whereOf(page);
  if (page.token === undefined) {
    return [{ ...where, network: 'facebook', remoteId: page.id, name: page.name, code: 'no-role' }];
  }
  if (page.instagram) return [];
  const remoteId = `instagram-of-${page.id}`;
  return [{ ...where, network: 'instagram', remoteId, name: page.name, code: 'no-instagram' }];
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
  return new Problem('token-refused', quotedWords(failure.userMessage ?? failure.message));
}
