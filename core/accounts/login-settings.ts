import type { LoginSettings, LoginWay } from '../../shared/contract/accounts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Settings } from '../db/settings.ts';
import type { SecretStore } from '../host.ts';
import type { Place } from './discover.ts';
import { checkGraphUrl } from './graph-bases.ts';

/** How the shop signs in, as it is stored; the app's secret lies in the keyring. */
export type StoredLogin = Pick<LoginSettings, 'way' | 'appId' | 'configId' | 'brokerUrl' | 'graph'>;

export type LoginChange = {
  way?: LoginWay | undefined;
  appId?: string | undefined;
  appSecret?: string | undefined;
  configId?: string | undefined;
  brokerUrl?: string | undefined;
  graph?: string | undefined;
};

const key = 'accounts.login';
const secretName = 'login:app-secret';
const texts = ['appId', 'configId', 'brokerUrl', 'graph'] as const;

export type LoginStore = ReturnType<typeof createLoginStore>;

export function createLoginStore(uses: {
  settings: Settings;
  secrets: SecretStore;
  /** The network when none is named: the practice one beside the studio, or undefined for the real. */
  defaultGraph: () => string | undefined;
}) {
  const read = (): StoredLogin => uses.settings.get<StoredLogin>(key) ?? { way: 'own-app' };
  const placeOf = (stored: StoredLogin): Place =>
    checkGraphUrl(stored.graph ?? uses.defaultGraph());

  return {
    read,
    place: (): Place => placeOf(read()),
    secret: (): Promise<string | undefined> => uses.secrets.get(secretName),
    /** What is absent stays; an empty text removes it. Throws Problem on an address that is not safe. */
    async change(change: LoginChange): Promise<void> {
      const next: StoredLogin = { ...read(), ...(change.way && { way: change.way }) };
      for (const name of texts) {
        const value = change[name]?.trim();
        if (value) next[name] = value;
        else if (value === '') delete next[name];
      }
      const place = placeOf(next);
      if (next.graph) next.graph = place.graphUrl;
      if (next.brokerUrl) next.brokerUrl = checkBrokerUrl(next.brokerUrl, place.practice);
      const secret = change.appSecret?.trim();
      if (secret && !/^[\x21-\x7e]+$/.test(secret)) {
        throw new Problem('invalid-input', { fields: 'appSecret' });
      }
      if (secret) await uses.secrets.set(secretName, secret);
      else if (secret === '') await uses.secrets.delete(secretName);
      uses.settings.set(key, next);
    },
  };
}

/** The address as it is stored. A real sign-in goes to a broker over TLS only, one for practice to this
 *  machine only. Throws Problem 'broker-address'. */
export function checkBrokerUrl(given: string, practice: boolean): string {
  const url = URL.parse(given);
  const isHere = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  const hasMore = Boolean(url?.username || url?.password || url?.search || url?.hash);
  const isSafe = practice ? isHere : url?.protocol === 'https:' && !isHere;
  if (!url || !isSafe || hasMore || !/^https?:$/.test(url.protocol)) {
    throw new Problem('broker-address', { practice });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
