import { randomBytes } from 'node:crypto';
import type { LoginProgress } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { newVerifier } from './broker-client.ts';
import type { LoginFacts, SignedIn } from './sign-in.ts';

/** A login between its beginning and the choice of accounts. Lives in memory only: it holds tokens. */
export type PendingLogin = LoginFacts & {
  clientId: string | undefined;
  /** Where the person signs in; asked for once. */
  opened?: Promise<string>;
  until: number;
  step: LoginProgress['step'];
  /** Set by the one return that counts; settles when it is known what came of it. */
  settled?: Promise<void>;
  problem?: Problem;
  /** What nobody foresaw while it was settled; told by whoever asks next. */
  fault?: unknown;
  signedIn?: SignedIn;
};

const lifeMs = 10 * 60_000;
/** Time to choose among what was found. */
const choiceMs = 30 * 60_000;
/** How long an ended login is still answered for. */
const memoryMs = 60 * 60_000;

export type PendingLogins = ReturnType<typeof createPendingLogins>;

/** Logins under way. A state is random, known to nobody but its own login, and good for one return. */
export function createPendingLogins(now: () => number) {
  const logins = new Map<string, PendingLogin>();

  function sweep(): void {
    for (const login of logins.values()) {
      if (login.until > now()) continue;
      if (login.step === 'waiting' || login.step === 'found') {
        login.step = 'expired';
        login.problem = new Problem('login-expired');
        delete login.signedIn;
      }
      if (login.until + memoryMs <= now()) logins.delete(login.state);
    }
  }

  return {
    begin(wanted: Pick<PendingLogin, 'way' | 'place' | 'returnUrl' | 'clientId'>): PendingLogin {
      sweep();
      const login: PendingLogin = {
        ...wanted,
        ...newVerifier(),
        state: randomBytes(32).toString('base64url'),
        until: now() + lifeMs,
        step: 'waiting',
      };
      logins.set(login.state, login);
      return login;
    },
    /** Throws Problem 'login-unknown'. */
    find(state: string): PendingLogin {
      sweep();
      const login = logins.get(state);
      if (!login) throw new Problem('login-unknown');
      return login;
    },
    /** The login of a repeated request. */
    findByClient(clientId: string | undefined): PendingLogin | undefined {
      sweep();
      return clientId === undefined
        ? undefined
        : [...logins.values()].find((login) => login.clientId === clientId);
    },
    /** Takes the return of a login that still waits for it; a second one finds nothing. */
    takeReturn(state: string): PendingLogin | undefined {
      sweep();
      const login = logins.get(state);
      return login?.step === 'waiting' && !login.settled ? login : undefined;
    },
    /** Ends a login that was not finished. */
    end(login: PendingLogin, step: 'refused' | 'closed' | 'failed', problem: Problem): void {
      login.step = step;
      login.problem = problem;
      delete login.signedIn;
    },
    found(login: PendingLogin, signedIn: SignedIn): void {
      login.step = 'found';
      login.signedIn = signedIn;
      login.until = now() + choiceMs;
    },
    forget: (login: PendingLogin): void => void logins.delete(login.state),
  };
}
