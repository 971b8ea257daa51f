import { createGraphClient, type BaseUrls, type GraphFailure } from 'graph-api-client';
import type { Account } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact, CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { SecretStore } from '../host.ts';
import {
  pageTokenName,
  refusePracticeToken,
  userTokenName,
  type AccessFact,
} from '../network/graph-access.ts';
import { isWorse, troubleOf, usualEnd, type Health } from './account-health.ts';
import { capabilitiesNeeding, withoutPermission } from './capabilities.ts';
import { describeAccount } from './describe-account.ts';
import { discover, type Discovered } from './discover.ts';
import { basesOf, checkGraphUrl } from './graph-bases.ts';
import { accountStore, type StoredAccount } from './store.ts';

export type AccountsUses = {
  tools: FeatureTools;
  secrets: SecretStore;
  /** What the folder is for; an undecided one is settled by the first account. */
  readMode: () => 'undecided' | 'practice' | 'real';
  settleMode: (mode: 'practice' | 'real') => void;
  /** Told once when an account stops working, not once per failed call. */
  onTrouble?: (trouble: { accountId: string; health: Health; title: string; text: string }) => void;
};

export type AccountsService = ReturnType<typeof accountsService>;
type List = { accounts: Account[] };

/** What the merchant must do something about. */
const noticed = new Set<Health>(['sign-in', 'permission', 'restricted']);

/** The Pages and Instagram accounts that the shop connected, and how they are. */
export function accountsService(uses: AccountsUses) {
  const { tools, secrets } = uses;
  const store = accountStore(tools.db);

  const find = (id: string): StoredAccount | undefined => {
    const account = store.find(id);
    return account && wellAgain(account, tools.clock.now());
  };
  const all = (): StoredAccount[] =>
    store.list().map((account) => wellAgain(account, tools.clock.now()));
  const list = (context: CallContext): List => ({
    accounts: all().map((account) => describeAccount(account, tools.say, languageOf(context))),
  });
  const languageOf = (context: CallContext) => context.language ?? tools.shopLanguage();

  function changeHealth(
    account: StoredAccount,
    health: Health,
    code?: string,
    until?: number,
  ): void {
    if (account.health === health && account.healthCode === code) return;
    store.setHealth(account.id, health, code, until);
    tools.events.changed('accounts');
  }

  /** Once per turn for the worse: fifty failed calls of one Page are one notice. */
  function notify(account: StoredAccount, health: Health, code?: string): void {
    if (account.health === health || !noticed.has(health)) return;
    const language = tools.shopLanguage();
    const now = { ...account, health, ...(code !== undefined && { healthCode: code }) };
    uses.onTrouble?.({
      accountId: account.id,
      health,
      title: tools.say(language, `accounts:notice.${health}`, { name: account.name }),
      text: describeAccount(now, tools.say, language).healthReason?.text ?? '',
    });
  }

  async function connect(
    input: { graph?: string | undefined; userToken: string; clientId?: string | undefined },
    context: CallContext,
  ): Promise<List> {
    const place = checkGraphUrl(input.graph);
    const mode = place.practice ? 'practice' : 'real';
    if (uses.readMode() !== 'undecided' && uses.readMode() !== mode) {
      throw new Problem('practice-for-ever');
    }
    const baseUrls = basesOf(place.graphUrl);
    const userToken = input.userToken.trim();
    if (!/^[\x21-\x7e]+$/.test(userToken)) throw new Problem('token-refused', { why: '' });
    refusePracticeToken(userToken, baseUrls);
    return tools.applyOnceAsync('accounts/connect', input.clientId, async () => {
      const found = await discover(createGraphClient({ baseUrls, token: userToken }), place);
      // Secrets first: an account without its token would only ask to sign in again.
      await keepTokens(found, userToken);
      tools.transact(() => {
        uses.settleMode(mode);
        const now = tools.clock.now();
        for (const account of found.accounts) store.save(tools.newId(), account, now);
        tools.events.changed('accounts');
      });
      return list(context);
    });
  }

  async function keepTokens(found: Discovered, userToken: string): Promise<void> {
    await secrets.set(userTokenName(found.userRemoteId), userToken);
    for (const [pageId, token] of found.pageTokens) await secrets.set(pageTokenName(pageId), token);
  }

  async function disconnect(input: {
    accountId: string;
    clientId?: string | undefined;
  }): Promise<{ ok: true }> {
    return tools.applyOnceAsync('accounts/disconnect', input.clientId, async () => {
      const account = store.find(input.accountId);
      if (!account) throw new Problem('account-unknown');
      tools.transact(() => {
        store.disconnect(account.id, tools.clock.now());
        tools.events.changed('accounts');
      });
      const left = store.list();
      if (left.every((one) => one.pageRemoteId !== account.pageRemoteId)) {
        await secrets.delete(pageTokenName(account.pageRemoteId));
      }
      if (left.every((one) => one.userRemoteId !== account.userRemoteId)) {
        await secrets.delete(userTokenName(account.userRemoteId));
      }
      return { ok: true };
    });
  }

  /** Without a permission for comments one still publishes: only what needs it is gone. */
  function losePermission(account: StoredAccount, permission: string): void {
    const { can, missing } = withoutPermission(account, permission);
    if (can.length === account.can.length) return;
    store.setCapabilities(account.id, can, missing);
    tools.events.changed('accounts');
  }

  /** What a failed call says about the account is kept; its siblings of the same Page share it. */
  function noteTrouble(accountId: string, failure: GraphFailure): void {
    const account = find(accountId);
    const trouble = account && troubleOf(failure, tools.clock.now());
    if (!account || !trouble) return;
    if (failure.permission !== undefined && !isForPublishing(account, failure.permission)) {
      return losePermission(account, failure.permission);
    }
    const touched = trouble.isOfPage
      ? all().filter((one) => one.pageRemoteId === account.pageRemoteId)
      : [account];
    const worse = touched.filter((each) => isWorse(each.health, trouble.health));
    for (const one of worse) changeHealth(one, trouble.health, trouble.code, trouble.until);
    const [first] = worse;
    if (first) notify(first, trouble.health, trouble.code);
  }

  /** What another feature found out; what is known more exactly or is heavier stays. */
  function setHealth(id: string, health: Health, reasonCode?: string, until?: number): void {
    const account = find(id);
    if (!account || (health !== 'ok' && !isWorse(account.health, health))) return;
    changeHealth(account, health, reasonCode, until ?? usualEnd(health, tools.clock.now()));
    notify(account, health, reasonCode);
  }

  return {
    connect,
    list,
    disconnect,
    noteTrouble,
    setHealth,
    readAccount: (id: string): AccountFact | undefined => {
      const account = find(id);
      return account && toFact(account);
    },
    listAccounts: (): AccountFact[] => all().map(toFact),
    resolveBaseUrls: (id: string): BaseUrls | undefined => {
      const account = find(id);
      return account && basesOf(account.graphUrl);
    },
    /** Every network the shop is connected to, for asking whether the line is there. */
    listBaseUrls: (): BaseUrls[] =>
      [...new Set(all().map((account) => account.graphUrl))].map(basesOf),
    readAccess: (id: string): AccessFact | undefined => {
      const account = find(id);
      return (
        account && {
          ...toFact(account),
          userRemoteId: account.userRemoteId,
          baseUrls: basesOf(account.graphUrl),
        }
      );
    },
  };
}

function isForPublishing(account: StoredAccount, permission: string): boolean {
  return capabilitiesNeeding(account.network, permission).includes('publish');
}

/** A trouble with an end is over when its time has come. */
function wellAgain(account: StoredAccount, now: number): StoredAccount {
  if (account.healthUntil === undefined || account.healthUntil > now) return account;
  const { healthCode: _code, healthUntil: _until, ...rest } = account;
  return { ...rest, health: 'ok' };
}

function toFact(account: StoredAccount): AccountFact {
  return {
    id: account.id,
    network: account.network,
    remoteId: account.remoteId,
    name: account.name,
    username: account.username,
    pageRemoteId: account.pageRemoteId,
    catalogueRemoteId: account.catalogueRemoteId,
    health: account.health,
    practice: account.practice,
  };
}
