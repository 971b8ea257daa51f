import {
  createGraphClient,
  createLoginClient,
  loginAddress,
  type GraphClient,
  type GraphResult,
} from 'graph-api-client';
import type { LoginWay } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { refusePracticeToken } from '../network/graph-access.ts';
import { brokerLoginUrl, exchangeAtBroker } from './broker-client.ts';
import { wantedPermissions } from './capabilities.ts';
import { discover, type Discovered, type Place } from './discover.ts';
import { basesOf } from './graph-bases.ts';
import type { LoginStore } from './login-settings.ts';
import { quotedWords } from './quoted-words.ts';
import type { SignInEnds } from './sign-in-ends.ts';

/** What is known of a login from its beginning. */
export type LoginFacts = {
  state: string;
  way: LoginWay;
  place: Place;
  returnUrl: string;
  verifier: string;
  challenge: string;
};

/** A person's token, what it opens, and until when. */
export type SignedIn = Discovered & { userToken: string; way: LoginWay; ends: SignInEnds };

type App = { appId: string; appSecret: string };
type Granted = {
  userToken: string;
  /** As whoever exchanged it says; what the network tells goes first. */
  expiresAt?: number | undefined;
  accessEndsAt?: number | undefined;
};

/** A token that ends within a day is one of the short kind, or about to end anyway. */
const shortLifeMs = 86_400_000;

export type SignIn = ReturnType<typeof createSignIn>;

/** The ways in: what is shown to the person, and what their yes is exchanged for. */
export function createSignIn(uses: { login: LoginStore; now: () => number }) {
  /** The merchant's own app, when both its halves are there. */
  async function readApp(): Promise<App | undefined> {
    const { appId } = uses.login.read();
    const appSecret = await uses.login.secret();
    return appId && appSecret ? { appId, appSecret } : undefined;
  }

  async function needApp(): Promise<App> {
    const app = await readApp();
    if (!app) throw new Problem('login-not-set-up');
    return app;
  }

  function needBroker(): string {
    const { brokerUrl } = uses.login.read();
    if (!brokerUrl) throw new Problem('login-not-set-up');
    return brokerUrl;
  }

  const endOf = (lifeMs: number | undefined): number | undefined =>
    lifeMs === undefined ? undefined : uses.now() + lifeMs;

  /** A token of an hour or two for one of about sixty days. */
  async function lengthen(place: Place, app: App, token: string): Promise<Granted | undefined> {
    const client = createLoginClient({ baseUrls: basesOf(place.graphUrl) });
    const long = await client.extendToken({ ...app, token });
    return long.ok
      ? { userToken: long.value.token, expiresAt: endOf(long.value.expiresInMs) }
      : undefined;
  }

  async function redeemAtNetwork(login: LoginFacts, code: string): Promise<Granted> {
    const app = await needApp();
    const client = createLoginClient({ baseUrls: basesOf(login.place.graphUrl) });
    const exchange = { ...app, code, redirectUri: login.returnUrl };
    const short = grantedOrProblem(await client.exchangeCode(exchange));
    const long = await lengthen(login.place, app, short.token);
    return long ?? { userToken: short.token, expiresAt: endOf(short.expiresInMs) };
  }

  /** Ends as far as the network tells them. One's own app may look at any of its tokens; a token of
   *  another app looks at itself, which the network allows to some. */
  async function readEnds(place: Place, granted: Granted, found: Discovered): Promise<SignInEnds> {
    const app = await readApp();
    const asApp = app && clientOf(place, `${app.appId}|${app.appSecret}`);
    const asPerson = clientOf(place, granted.userToken);
    const inspect = async (token: string) => {
      const answer = await (asApp ?? asPerson).debugToken(token);
      return answer.ok || !asApp ? answer : asPerson.debugToken(token);
    };
    const person = await inspect(granted.userToken);
    const [pageToken] = found.pageTokens.values();
    const page = pageToken === undefined ? undefined : await inspect(pageToken);
    const expiresAt = (person.ok ? person.value.expiresAt : undefined) ?? granted.expiresAt;
    const accessEndsAt =
      (person.ok ? person.value.dataAccessExpiresAt : undefined) ?? granted.accessEndsAt;
    const pagesEndAt = page?.ok ? page.value.expiresAt : undefined;
    return {
      ...(expiresAt !== undefined && { expiresAt }),
      ...(accessEndsAt !== undefined && { accessEndsAt }),
      ...(pagesEndAt !== undefined && { pagesEndAt }),
    };
  }

  async function look(place: Place, way: LoginWay, granted: Granted): Promise<SignedIn> {
    refuseToken(place, granted.userToken);
    const found = await discover(clientOf(place, granted.userToken), place);
    return {
      ...found,
      way,
      userToken: granted.userToken,
      ends: await readEnds(place, granted, found),
    };
  }

  /** Refuses what is no token, and a practice token anywhere but on this machine, before any socket. */
  function refuseToken(place: Place, pasted: string): string {
    const userToken = pasted.trim();
    if (!/^[\x21-\x7e]+$/.test(userToken)) throw new Problem('token-refused');
    refusePracticeToken(userToken, basesOf(place.graphUrl));
    return userToken;
  }

  const lookAtPasted = async (place: Place, pasted: string): Promise<SignedIn> =>
    look(place, 'token', { userToken: refuseToken(place, pasted) });

  return {
    refuseToken,
    /** Throws Problem 'login-not-set-up' while the way lacks something. */
    async address(login: LoginFacts, again: boolean, language: Language): Promise<string> {
      const { state, returnUrl, challenge, place } = login;
      if (login.way === 'broker') {
        return brokerLoginUrl(needBroker(), { state, returnUrl, challenge });
      }
      const { appId } = await needApp();
      const { configId } = uses.login.read();
      const bases = basesOf(place.graphUrl);
      return loginAddress({
        dialogUrl: bases.dialog ?? bases.graph,
        appId,
        redirectUri: returnUrl,
        state,
        answer: 'code',
        ...(configId === undefined ? { scopes: wantedPermissions } : { configId }),
        ...(again && { again: 'rerequest' as const }),
        locale: language === 'fr' ? 'fr_FR' : 'en_US',
      });
    },
    async redeem(login: LoginFacts, code: string): Promise<SignedIn> {
      const granted =
        login.way === 'broker'
          ? await exchangeAtBroker(needBroker(), code, login.verifier)
          : await redeemAtNetwork(login, code);
      return look(login.place, login.way, granted);
    },
    /** What a pasted token opens, taken as it is. */
    lookAtPasted,
    /** The same; a token of an hour or two becomes one of sixty days where the app it is of is known. */
    async lookAtToken(place: Place, pasted: string): Promise<SignedIn> {
      const signedIn = await lookAtPasted(place, pasted);
      const { expiresAt } = signedIn.ends;
      const app = await readApp();
      if (!app || expiresAt === undefined || expiresAt - uses.now() > shortLifeMs) return signedIn;
      const long = await lengthen(place, app, signedIn.userToken);
      return long ? look(place, 'token', long) : signedIn;
    },
  };
}

function clientOf(place: Place, token: string): GraphClient {
  return createGraphClient({ baseUrls: basesOf(place.graphUrl), token });
}

function grantedOrProblem<T>(result: GraphResult<T>): T {
  if (result.ok) return result.value;
  const { failure } = result;
  if (failure.offline || (failure.httpStatus ?? 500) >= 500) {
    throw new Problem('network-unreachable');
  }
  throw new Problem('login-not-accepted', quotedWords(failure.userMessage ?? failure.message));
}
