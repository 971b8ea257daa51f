import type { FoundAccount, LoginProgress, LoginSettings } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { HostLogin } from '../host.ts';
import { describeFound, describeLogin } from './describe-found.ts';
import { keepSignIn, refuseOtherMode, type KeepUses } from './keep-sign-in.ts';
import { returnUrlOf } from './login-return.ts';
import type { LoginChange, LoginStore } from './login-settings.ts';
import { createPendingLogins, type PendingLogin } from './pending-logins.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

export type LoginUses = KeepUses & {
  login: LoginStore;
  signIn: SignIn;
  host: HostLogin | undefined;
  languageOf: (context: CallContext) => Language;
};

type Once = { clientId?: string | undefined };
type Opened = LoginProgress & { loginUrl: string; opens: HostLogin['opens'] };
/** What the person reads in the tab that came back. */
export type ReturnOutcome = 'done' | 'refused' | 'unknown';

/** Signing in at the network, from the settings to the accounts that were chosen. Tokens of a login live
 *  in memory until accounts are chosen. */
export function loginUseCases(uses: LoginUses) {
  const { tools, login: settings, signIn, host, store } = uses;
  const pending = createPendingLogins(() => tools.clock.now());
  const seen = (context: CallContext) => ({ say: tools.say, language: uses.languageOf(context) });

  async function readSettings(): Promise<LoginSettings> {
    const stored = settings.read();
    const { practice } = settings.place();
    const redirectUrl = returnUrlOf(host, 'own-app', practice);
    return {
      ...stored,
      hasSecret: (await settings.secret()) !== undefined,
      opens: host?.opens ?? 'none',
      ...(redirectUrl !== undefined && { redirectUrl }),
      practice,
    };
  }

  function end(login: PendingLogin, step: 'refused' | 'closed' | 'failed', problem: Problem): void {
    pending.end(login, step, problem);
    tools.events.changed('accounts');
  }

  /** Exchanges what came back and looks at what it opens; a login given up meanwhile stays given up. */
  async function settle(login: PendingLogin, work: () => Promise<SignedIn>): Promise<void> {
    try {
      const signedIn = await work();
      if (login.step !== 'waiting') return;
      pending.found(login, signedIn);
      tools.events.changed('accounts');
    } catch (error) {
      if (login.step !== 'waiting') return;
      if (!(error instanceof Problem)) login.fault = error;
      end(login, 'failed', error instanceof Problem ? error : new Problem('login-unfinished'));
    }
  }

  function receive(answer: URLSearchParams): ReturnOutcome {
    const login = pending.takeReturn(answer.get('state') ?? '');
    if (!login) return 'unknown';
    const code = answer.get('code');
    if (code === null || answer.has('error')) {
      end(login, 'refused', new Problem('login-refused'));
      return 'refused';
    }
    login.settled = settle(login, () => signIn.redeem(login, code));
    return 'done';
  }

  /** Shows the login in the host's own window and hands on what came back. */
  function showWindow(login: PendingLogin, url: string): void {
    if (host?.opens !== 'window') return;
    host.open({ url, returnUrl: login.returnUrl }).then(
      (address) => {
        const answer = address === undefined ? undefined : new URL(address).searchParams;
        // The window is gone: what is not the answer to this login will not come any more.
        if (answer && answer.get('state') === login.state) receive(answer);
        else if (login.step === 'waiting') end(login, 'closed', new Problem('login-closed'));
      },
      () => end(login, 'failed', new Problem('login-unavailable')),
    );
  }

  async function begin(
    input: (Once & { again?: boolean | undefined }) | undefined,
    context: CallContext,
  ): Promise<Opened> {
    const place = settings.place();
    refuseOtherMode(uses, place);
    const { way } = settings.read();
    const returnUrl = returnUrlOf(host, way, place.practice);
    if (!host || returnUrl === undefined) throw new Problem('login-unavailable');
    const before = pending.findByClient(input?.clientId);
    const login = before ?? pending.begin({ way, place, returnUrl, clientId: input?.clientId });
    login.opened ??= openLogin(login, input?.again ?? false, seen(context).language);
    const loginUrl = await login.opened;
    return { ...describeLogin(login, seen(context)), loginUrl, opens: host.opens };
  }

  async function openLogin(login: PendingLogin, again: boolean, language: Language) {
    try {
      const loginUrl = await signIn.address(login, again, language);
      showWindow(login, loginUrl);
      return loginUrl;
    } catch (error) {
      pending.forget(login);
      throw error;
    }
  }

  async function finish(
    { state }: { state: string },
    context: CallContext,
  ): Promise<LoginProgress> {
    const login = pending.find(state);
    await login.settled;
    if (login.fault !== undefined) throw login.fault;
    return describeLogin(login, seen(context));
  }

  async function useToken(
    input: Once & { userToken: string },
    context: CallContext,
  ): Promise<LoginProgress> {
    const place = settings.place();
    refuseOtherMode(uses, place);
    const { clientId } = input;
    const login =
      pending.findByClient(clientId) ??
      pending.begin({ way: 'token', place, returnUrl: '', clientId });
    login.settled ??= settle(login, () => signIn.lookAtToken(place, input.userToken));
    return finish(login, context);
  }

  function signedInBy(login: PendingLogin): SignedIn {
    if (login.problem) throw login.problem;
    if (!login.signedIn) throw new Problem('login-unfinished');
    return login.signedIn;
  }

  return {
    loginSettings: readSettings,
    setLoginSettings: (input: Once & LoginChange): Promise<LoginSettings> =>
      tools.applyOnceAsync('accounts/setLoginSettings', input.clientId, async () => {
        await settings.change(input);
        tools.events.changed('accounts');
        return readSettings();
      }),
    beginLogin: begin,
    useToken,
    finishLogin: finish,
    cancelLogin({ state }: { state: string }): { ok: true } {
      const login = pending.find(state);
      if (login.step === 'waiting') {
        end(login, 'closed', new Problem('login-closed'));
        if (host?.opens === 'window') host.close();
      }
      pending.forget(login);
      return { ok: true };
    },
    found({ state }: { state: string }, context: CallContext): { accounts: FoundAccount[] } {
      const connected = new Set(store.list().map((one) => `${one.network} ${one.remoteId}`));
      const accounts = describeFound(signedInBy(pending.find(state)), {
        ...seen(context),
        isConnected: (one) => connected.has(`${one.network} ${one.remoteId}`),
      });
      return { accounts };
    },
    /** Keeps the chosen ones; the login is over then. */
    async choose({ state, remoteIds }: { state: string; remoteIds: string[] }): Promise<void> {
      const login = pending.find(state);
      const signedIn = signedInBy(login);
      const known = new Set(signedIn.accounts.map((one) => one.remoteId));
      if (!remoteIds.every((one) => known.has(one))) throw new Problem('account-unknown');
      await keepSignIn(uses, signedIn, login.place, remoteIds);
      pending.forget(login);
    },
    receiveReturn: receive,
    describeReturn: (outcome: ReturnOutcome, language: Language) => ({
      title: tools.say(language, `accounts:return.${outcome}.title`),
      text: tools.say(language, `accounts:return.${outcome}.text`),
    }),
  };
}
