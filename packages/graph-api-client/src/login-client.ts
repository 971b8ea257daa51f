import type { GrantedToken, LoginClient, LoginClientOptions } from './login-types.ts';
import { checkBaseUrls } from './own-hosts.ts';
import { compact, numberOf, wordsOf, type Fields } from './read-values.ts';
import type { Parameters } from './request-body.ts';
import type { Call, CallOptions } from './result.ts';
import { createSender } from './send.ts';

/** Exchanges at the token endpoint, for whoever keeps the app's secret: the merchant's own app, or a
 *  broker. The network takes the secret as a parameter and no other way. Source: Facebook Login, long-lived
 *  tokens and manual flow. Throws TypeError on an address in clear. */
export function createLoginClient(options: LoginClientOptions): LoginClient {
  checkBaseUrls(options.baseUrls);
  const sender = createSender({ ...options, token: undefined });

  function exchange(
    query: Parameters,
    secrets: string[],
    call: CallOptions | undefined,
  ): Call<GrantedToken> {
    const request = { node: 'oauth', edge: 'access_token', query, secrets };
    return sender.read(request, parseGranted, call);
  }

  return {
    exchangeCode: ({ appId, appSecret, code, redirectUri }, call) =>
      exchange(
        { client_id: appId, client_secret: appSecret, redirect_uri: redirectUri, code },
        [appSecret, code],
        call,
      ),
    extendToken: ({ appId, appSecret, token }, call) =>
      exchange(
        {
          grant_type: 'fb_exchange_token',
          client_id: appId,
          client_secret: appSecret,
          fb_exchange_token: token,
        },
        [appSecret, token],
        call,
      ),
  };
}

function parseGranted(body: Fields): GrantedToken | undefined {
  const token = wordsOf(body['access_token']);
  if (token === undefined) return undefined;
  const seconds = numberOf(body['expires_in']);
  return compact({ token, expiresInMs: seconds ? seconds * 1000 : undefined });
}
