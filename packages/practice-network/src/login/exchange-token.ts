import { GraphError, badParameter } from '../graph/graph-error.ts';
import type { Params } from '../graph/params.ts';
import { deadToken, readToken } from '../graph/token-check.ts';
import type { Network } from '../network.ts';
import { issueUserToken, longLifeMs, shortLifeMs } from './issue-tokens.ts';

/** What `/oauth/access_token` gives: for a code, for a short token, or for the app itself. */
export function exchangeToken(network: Network, params: Params): Record<string, unknown> {
  checkApp(network, params);
  const grant = params.text('grant_type') ?? 'authorization_code';
  if (grant === 'fb_exchange_token') return lengthenToken(network, params);
  if (grant === 'authorization_code') return redeemCode(network, params);
  const { app } = network.identity;
  if (grant === 'client_credentials')
    return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' };
  throw badParameter('grant_type', 'Unsupported grant_type');
}

function checkApp({ identity }: Network, params: Params): void {
  const { app } = identity;
  if (params.required('client_id') !== app.id) {
    throw new GraphError(101, 'Error validating application. Cannot get application info.');
  }
  if (params.required('client_secret') !== app.secret) {
    throw new GraphError(1, 'Error validating client secret.', { status: 400 });
  }
}

/** A living user token becomes one of sixty days; the old one goes on until its own end. */
function lengthenToken({ world }: Network, params: Params): Record<string, unknown> {
  const row = readToken(world, params.required('fb_exchange_token'));
  if (row === undefined || row.kind !== 'user') {
    throw new GraphError(190, 'Invalid OAuth access token.', { status: 400 });
  }
  const lapsed = row.expires_at !== null && row.expires_at <= world.clock.now();
  if (row.dead_subcode !== null || lapsed) throw deadToken((row.dead_subcode ?? 463) || undefined);
  return bearer(issueUserToken(world, row.owner_id, longLifeMs), longLifeMs);
}

function bearer(token: string, lifeMs: number): Record<string, unknown> {
  return { access_token: token, token_type: 'bearer', expires_in: lifeMs / 1000 };
}

interface CodeRow {
  redirect_uri: string;
  expires_at: number;
  used_at: number | null;
}

/** A code of the dialog opens one token, once, for who asked for it. */
function redeemCode({ world, identity }: Network, params: Params): Record<string, unknown> {
  const code = params.required('code');
  const redirectUri = params.required('redirect_uri');
  const nowMs = Math.round(world.clock.now());
  const row = world.get<CodeRow>('SELECT * FROM login_codes WHERE code = ?', code);
  if (row === undefined) throw codeError('Invalid verification code format.', undefined);
  if (row.redirect_uri !== redirectUri) {
    throw codeError(
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
      36008,
    );
  }
  if (row.used_at !== null) throw codeError('This authorization code has been used.', 36009);
  if (row.expires_at <= nowMs) throw codeError('This authorization code has expired.', 36007);
  return world.transact(() => {
    world.run('UPDATE login_codes SET used_at = ? WHERE code = ?', nowMs, code);
    return bearer(issueUserToken(world, identity.user.id, shortLifeMs), shortLifeMs);
  });
}

function codeError(message: string, subcode: number | undefined): GraphError {
  return new GraphError(100, message, subcode === undefined ? {} : { subcode });
}
