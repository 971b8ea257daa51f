import type { LoginAnswer, LoginRequest } from './login-types.ts';
import { isLoopback } from './own-hosts.ts';
import { numberOf } from './read-values.ts';

/** The address to show to the person. Source: Facebook Login, manually build a login flow.
 *  Throws TypeError when the dialog's address is neither https nor on this machine. */
export function loginAddress(request: LoginRequest): string {
  const { dialogUrl, version = 'v26.0', answer = 'token' } = request;
  const url = new URL(`${dialogUrl.replace(/\/+$/, '')}/${version}/dialog/oauth`);
  if (url.protocol !== 'https:' && !isLoopback(url.href)) {
    throw new TypeError('a login dialog must be https, or http on 127.0.0.1');
  }
  const parameters = {
    client_id: request.appId,
    redirect_uri: request.redirectUri,
    response_type: answer,
    state: request.state,
    // The configuration names the permissions itself.
    ...(request.configId === undefined
      ? { scope: request.scopes?.join(',') }
      : { config_id: request.configId }),
    auth_type: request.again,
    return_scopes: 'true',
    locale: request.locale,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** Reads the address the dialog led to: a token stands in its fragment, a code and a refusal in its query.
 *  Nothing of the answer counts unless `state` is the one that was sent. */
export function readLoginAnswer(
  address: string,
  expected: Pick<LoginRequest, 'redirectUri' | 'state'>,
): LoginAnswer {
  if (!leadsTo(address, expected.redirectUri)) return { kind: 'not-yet' };
  const url = new URL(address);
  const parts = new URLSearchParams([
    ...url.searchParams,
    ...new URLSearchParams(url.hash.slice(1)),
  ]);
  const token = parts.get('access_token');
  const code = parts.get('code');
  const error = parts.get('error');
  if (token === null && code === null && error === null) return { kind: 'not-yet' };
  if (parts.get('state') !== expected.state || expected.state === '') return { kind: 'foreign' };
  if (token) return tokenAnswer(token, parts);
  if (code) return { kind: 'code', code, ...scopesIn(parts) };
  return { kind: 'refused', reason: parts.get('error_reason') ?? error ?? 'no-answer' };
}

function tokenAnswer(token: string, parts: URLSearchParams): LoginAnswer {
  const expiresInSeconds = numberOf(parts.get('expires_in'));
  const accessEndsSeconds = numberOf(parts.get('data_access_expiration_time'));
  return {
    kind: 'token',
    token,
    ...(expiresInSeconds && { expiresInMs: expiresInSeconds * 1000 }),
    ...(accessEndsSeconds && { dataAccessExpiresAt: accessEndsSeconds * 1000 }),
    ...scopesIn(parts),
  };
}

function scopesIn(parts: URLSearchParams): { grantedScopes?: string[]; deniedScopes?: string[] } {
  const granted = parts.get('granted_scopes');
  const denied = parts.get('denied_scopes');
  return {
    ...(granted !== null && { grantedScopes: wordsIn(granted) }),
    ...(denied !== null && { deniedScopes: wordsIn(denied) }),
  };
}

function wordsIn(list: string): string[] {
  return list.split(',').filter((word) => word !== '');
}

function leadsTo(address: string, redirectUri: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(redirectUri)) return false;
  const [at, wanted] = [new URL(address), new URL(redirectUri)];
  return at.origin === wanted.origin && at.pathname === wanted.pathname;
}
