import type { BaseUrls } from 'graph-api-client';
import type { Account, SetupStep } from '../../shared/contract/accounts.ts';
import type { AccountFact, CallContext } from '../../shared/facts.ts';
import { createSettings } from '../db/settings.ts';
import type { HostLogin } from '../host.ts';
import { userTokenName, type AccessFact } from '../network/graph-access.ts';
import { accountTroubles, type TroubleUses } from './account-troubles.ts';
import { checkSetup } from './check-setup.ts';
import { currentAccounts } from './current-accounts.ts';
import { describeAccount } from './describe-account.ts';
import { endNotices, type EndNoticeUses } from './end-notices.ts';
import { basesOf, checkGraphUrl } from './graph-bases.ts';
import { keepSignIn, refuseOtherMode, type KeepUses } from './keep-sign-in.ts';
import { leaveAccount, type Left } from './leave-account.ts';
import { loginUseCases } from './login.ts';
import { returnUrlOf } from './login-return.ts';
import { createLoginStore } from './login-settings.ts';
import { signInStore } from './sign-in-store.ts';
import { createSignIn } from './sign-in.ts';
import { accountStore, type StoredAccount } from './store.ts';

export type AccountsUses = Pick<KeepUses, 'tools' | 'secrets' | 'readMode' | 'settleMode'> &
  Pick<TroubleUses, 'onTrouble'> &
  Pick<EndNoticeUses, 'onEnd'> & {
    /** How a login is shown from here; absent where it cannot be. */
    login?: HostLogin | undefined;
    /** The network when nobody names one: the practice network beside the studio, else the real one. */
    defaultGraph?: () => string | undefined;
  };

export type AccountsService = ReturnType<typeof accountsService>;
type List = { accounts: Account[] };
type Once = { clientId?: string | undefined };

/** The Pages and Instagram accounts that the shop connected, how they are, and how one signs in. */
export function accountsService(uses: AccountsUses) {
  const { tools, secrets } = uses;
  const store = accountStore(tools.db);
  const signIns = signInStore(tools.db);
  const current = currentAccounts(store, signIns, () => tools.clock.now());
  const login = createLoginStore({
    settings: createSettings(tools.db),
    secrets,
    defaultGraph: () => uses.defaultGraph?.(),
  });
  const signIn = createSignIn({ login, now: () => tools.clock.now() });
  const languageOf = (context: CallContext) => context.language ?? tools.shopLanguage();
  const parts = { ...uses, store, signIns, current, login, signIn, host: uses.login, languageOf };
  const logins = loginUseCases(parts);
  const notices = endNotices(parts);

  function list(context: CallContext): List {
    const language = languageOf(context);
    const now = tools.clock.now();
    const accounts = current
      .all()
      .map((one) =>
        describeAccount(one, { say: tools.say, language, ends: current.endsOf(one), now }),
      );
    return { accounts };
  }

  /** Everything that a pasted token speaks for. */
  async function connect(
    input: Once & { graph?: string | undefined; userToken: string },
    context: CallContext,
  ): Promise<List> {
    const place = checkGraphUrl(input.graph ?? uses.defaultGraph?.());
    refuseOtherMode(uses, place);
    signIn.refuseToken(place, input.userToken);
    return tools.applyOnceAsync('accounts/connect', input.clientId, async () => {
      await keepSignIn(parts, await signIn.lookAtPasted(place, input.userToken), place);
      return list(context);
    });
  }

  function choose(
    input: Once & { state: string; remoteIds: string[] },
    context: CallContext,
  ): Promise<List> {
    return tools.applyOnceAsync('accounts/choose', input.clientId, async () => {
      await logins.choose(input);
      return list(context);
    });
  }

  function disconnect(input: Once & { accountId: string }, context: CallContext = {}) {
    return tools.applyOnceAsync('accounts/disconnect', input.clientId, (): Promise<Left> =>
      leaveAccount(parts, input.accountId, languageOf(context)),
    );
  }

  async function check(context: CallContext): Promise<{ steps: SetupStep[] }> {
    const stored = login.read();
    const place = login.place();
    const person = signIns.list().find((one) => one.way === stored.way);
    const facts = {
      stored,
      place,
      secret: await login.secret(),
      returnUrl: returnUrlOf(uses.login, 'own-app', place.practice),
      signedIn: person !== undefined,
      userToken: person && (await secrets.get(userTokenName(person.userRemoteId))),
    };
    return { steps: await checkSetup(facts, tools.say, languageOf(context)) };
  }

  return {
    ...logins,
    ...accountTroubles(parts),
    connect,
    list,
    disconnect,
    choose,
    checkSetup: check,
    /** Follows the practice network to its new address; false when nobody signed in by its login page. */
    moveLogins(graphUrl: string): boolean {
      const byLogin = new Set(
        signIns.list().flatMap((one) => (one.way === 'token' ? [] : [one.userRemoteId])),
      );
      if (!store.list().some((one) => byLogin.has(one.userRemoteId))) return false;
      store.movePractice(graphUrl);
      tools.events.changed('accounts');
      return true;
    },
    endNotices: notices.list,
    tick: notices.tick,
    readAccount: (id: string): AccountFact | undefined => {
      const account = current.find(id);
      return account && toFact(account);
    },
    listAccounts: (): AccountFact[] => current.all().map(toFact),
    resolveBaseUrls: (id: string): BaseUrls | undefined => {
      const account = current.find(id);
      return account && basesOf(account.graphUrl);
    },
    /** Every network the shop is connected to, for asking whether the line is there. */
    listBaseUrls: (): BaseUrls[] =>
      [...new Set(store.list().map((account) => account.graphUrl))].map(basesOf),
    readAccess: (id: string): AccessFact | undefined => {
      const account = current.find(id);
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
    canMessage: account.can.includes('private-replies'),
  };
}
