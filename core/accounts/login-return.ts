import type { LoginWay } from '../../shared/contract/accounts.ts';
import type { HostLogin } from '../host.ts';

/** Where the network sends a person who signed in inside a desktop program: an address of its own that
 *  holds nothing. Source: Facebook Login, manual flow for desktop apps. */
const desktopReturn = 'https://www.facebook.com/connect/login_success.html';
/** Never asked for: a login window stops before it. Its code is of no use without the verifier. */
const windowReturn = 'http://127.0.0.1/login/return';
const returnPath = '/login/return';

/** Where a login by `way` comes back to; undefined where this host can show none. */
export function returnUrlOf(
  login: HostLogin | undefined,
  way: LoginWay,
  practice: boolean,
): string | undefined {
  if (!login || way === 'token') return undefined;
  const isMetasOwn = way === 'own-app' && !practice;
  if (login.opens === 'window') return isMetasOwn ? desktopReturn : windowReturn;
  const origin = login.origin();
  if (origin === undefined) return undefined;
  const url = new URL(returnPath, origin);
  // Meta lets an app in development return to this name, not to the number.
  if (isMetasOwn) url.hostname = 'localhost';
  return url.href;
}
