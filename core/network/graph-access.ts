import {
  createGraphClient,
  isLoopback,
  probeNetwork,
  type BaseUrls,
  type GraphClient,
  type GraphFailure,
  type GraphResult,
} from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact, Clock } from '../../shared/facts.ts';
import type { SecretStore } from '../host.ts';
import type { Line } from './line.ts';
import { withReadFallback } from './read-fallback.ts';
import { createUsageGovernor, messagesOf, type ReadPurpose } from './usage-governor.ts';

/** What access needs of an account beside its fact. */
export type AccessFact = AccountFact & {
  baseUrls: BaseUrls;
  /** Whose token is used for catalogues and product tags. */
  userRemoteId: string;
};

/** Clients that speak for an account, and how much may still be asked of the network in its name. */
export type GraphAccess = {
  /** Speaks as the account's Page. Throws Problem 'token-missing' when nobody is signed in. */
  clientFor(accountId: string): Promise<GraphClient>;
  /** Speaks as the person who connected the account: product tags and catalogues want it. */
  userClientFor(accountId: string): Promise<GraphClient>;
  /** False while background reading must leave the limit to publishing. */
  mayRead(accountId: string, purpose?: ReadPurpose): boolean;
  /** The same for conversations, which use up a limit of their own beside that of the account. */
  mayHear(accountId: string): boolean;
  /** How much of the account's limits is used up, as the network last said. */
  usedPercent(accountId: string): number;
  /** UTC ms until which nothing at all should be sent for the account, or no messages; undefined when free. */
  pausedUntil(accountId: string, limit?: 'messages'): number | undefined;
  /** Does the network answer at any of these addresses? For the line. */
  probe(baseUrls: readonly BaseUrls[]): Promise<boolean>;
};

export type GraphAccessUses = {
  secrets: SecretStore;
  clock: Clock;
  line: Pick<Line, 'noteSuccess' | 'noteFailure'>;
  readAccess(accountId: string): AccessFact | undefined;
  /** Told of every failure that stops the account: token, permission, block, limit. */
  onAccountTrouble(accountId: string, failure: GraphFailure): void;
  /** Told when the network's figures stop the account before it refused anything. */
  onPause?(accountId: string, untilAt: number): void;
};

export const pageTokenName = (pageRemoteId: string): string => `token:page:${pageRemoteId}`;
export const userTokenName = (userRemoteId: string): string => `token:user:${userRemoteId}`;

const troubles = new Set<GraphFailure['reaction']>(['reconnect', 'permission', 'account', 'wait']);

/** What a shop may go without: a refusal says nothing about the account, unless it names the permission that
 *  just this takes. */
const besides = new Set(['conversations', 'messages', 'readMessage']);
const messaging = new Set(['pages_messaging', 'instagram_manage_messages']);

/** Read besides, to tell more: no refusal of it says anything of the account. Lists of mentions name permissions
 *  that everything else has (“pages_read_engagement or Page Public Content Access”). */
const extras = new Set(['blockedPeople', 'taggedMedia', 'taggedPosts']);

function isAside(name: string, failure: GraphFailure): boolean {
  const isRefusal = failure.reaction === 'permission' || failure.reaction === 'account';
  if (isRefusal && extras.has(name)) return true;
  return besides.has(name) && isRefusal && !messaging.has(failure.permission ?? '');
}

/** Calls that use up the limit of messages, and how the network says that this one is reached. Source:
 *  Messenger Platform, rate limits; Graph API, business use case rate limits. */
const messageCalls = new Set([
  ...['conversations', 'messages', 'sendMessage', 'sendSenderAction', 'privateReply'],
]);
const messageLimits: readonly (number | undefined)[] = [613, 80006];

const isOfMessages = (name: string, { code, reaction }: GraphFailure): boolean =>
  messageCalls.has(name) && reaction === 'wait' && messageLimits.includes(code);

/** Something the network said about the account, not about the line or one post. */
function isTrouble(failure: GraphFailure): boolean {
  return (
    failure.httpStatus !== undefined &&
    !failure.offline &&
    failure.meaning !== 'publishing-limit' &&
    troubles.has(failure.reaction)
  );
}

export function createGraphAccess(uses: GraphAccessUses): GraphAccess {
  const governor = createUsageGovernor(() => uses.clock.now());
  const readsAsUser = new Set<string>();
  const open = new Map<string, { token: string; graph: string; client: GraphClient }>();

  function find(accountId: string): AccessFact {
    const account = uses.readAccess(accountId);
    if (!account) throw new Problem('account-unknown');
    // One refused call says that the token is dead: no other is tried with it.
    if (account.health === 'sign-in') throw new Problem('token-missing', { name: account.name });
    refuseMixedNetworks(account);
    return account;
  }

  const owners = (accountId: string): string[] => {
    const account = uses.readAccess(accountId);
    return account ? [account.remoteId, account.pageRemoteId] : [accountId];
  };

  const withMessages = (accountId: string): string[] => {
    const all = owners(accountId);
    return [...all, ...all.map(messagesOf)];
  };

  async function openClient(
    account: AccessFact,
    secretName: string,
    onFailure: (failure: GraphFailure, name: string) => void,
  ): Promise<GraphClient> {
    const token = await uses.secrets.get(secretName);
    if (token === undefined) throw new Problem('token-missing', { name: account.name });
    refusePracticeToken(token, account.baseUrls);
    const key = `${account.id} ${secretName}`;
    const known = open.get(key);
    const { graph } = account.baseUrls;
    if (known?.token === token && known.graph === graph) return known.client;
    const plain = createGraphClient({
      baseUrls: account.baseUrls,
      token,
      now: () => uses.clock.now(),
      onUsage(usage) {
        governor.noteUsage(account.remoteId, usage);
        const untilAt = governor.pausedUntil(owners(account.id));
        if (untilAt !== undefined) uses.onPause?.(account.id, untilAt);
      },
    });
    const client = watchClient(plain, (result, name) => {
      if (result.ok) return uses.line.noteSuccess();
      uses.line.noteFailure(result.failure);
      if (!isAside(name, result.failure)) onFailure(result.failure, name);
    });
    open.set(key, { token, graph, client });
    return client;
  }

  async function userClientFor(accountId: string): Promise<GraphClient> {
    const account = find(accountId);
    // A person without rights on the catalogue still publishes through the Page.
    return openClient(account, userTokenName(account.userRemoteId), (failure) =>
      governor.noteFailure(account.userRemoteId, failure),
    );
  }

  return {
    clientFor: async (accountId) => {
      const account = find(accountId);
      const onFailure = (failure: GraphFailure, name: string): void => {
        if (isOfMessages(name, failure))
          return governor.noteFailure(messagesOf(account.remoteId), failure);
        governor.noteFailure(account.remoteId, failure);
        if (isTrouble(failure)) uses.onAccountTrouble(accountId, failure);
      };
      const secretName = pageTokenName(account.pageRemoteId);
      const client = await openClient(account, secretName, onFailure);
      if (account.network !== 'instagram') return client;
      return withReadFallback(client, () => userClientFor(accountId), {
        isNeeded: () => readsAsUser.has(accountId),
        remember: () => void readsAsUser.add(accountId),
      });
    },
    userClientFor,
    mayRead: (accountId, purpose) => governor.mayRead(owners(accountId), purpose),
    mayHear: (accountId) => governor.mayRead(withMessages(accountId)),
    usedPercent: (accountId) => governor.usedPercent(owners(accountId)),
    pausedUntil: (accountId, limit) =>
      governor.pausedUntil(limit === 'messages' ? withMessages(accountId) : owners(accountId)),
    probe: async (baseUrls) => {
      const results = await Promise.all(baseUrls.map((one) => probeNetwork({ baseUrls: one })));
      return results.length === 0 || results.some((result) => result.ok);
    },
  };
}

/** Refuses a token of the practice network at any address but this machine's. */
export function refusePracticeToken(token: string, baseUrls: BaseUrls): void {
  if (token.startsWith('EAAPRACTICE') && !isLoopback(baseUrls.graph)) {
    throw new Problem('practice-token');
  }
}

/** A practice account only ever talks to this machine, a real one never: refused before any socket. */
export function refuseMixedNetworks(account: { practice: boolean; baseUrls: BaseUrls }): void {
  const bases = (Object.values(account.baseUrls) as (string | undefined)[]).filter(
    (base) => base !== undefined,
  );
  if (bases.some((base) => isLoopback(base) !== account.practice))
    throw new Problem('practice-token');
}

type AnyCall = (...input: never[]) => Promise<GraphResult<unknown>>;

/** The same client, whose every result is shown to `look` before the caller gets it. */
function watchClient(
  client: GraphClient,
  look: (result: GraphResult<unknown>, name: string) => void,
): GraphClient {
  const watched = Object.entries(client as Record<string, AnyCall>).map(([name, call]) => [
    name,
    async (...input: never[]) => {
      const result = await call(...input);
      look(result, name);
      return result;
    },
  ]);
  return Object.fromEntries(watched) as GraphClient;
}
