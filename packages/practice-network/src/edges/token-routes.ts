import type { GraphRequest } from '../graph/call.ts';
import { GraphError, badParameter } from '../graph/graph-error.ts';
import { readToken } from '../graph/token-check.ts';
import type { Network } from '../network.ts';

/** What a token is; a dead one is told with status 200. */
export function inspectToken({ world, identity }: Network, request: GraphRequest): unknown {
  const row = readToken(world, request.params.required('input_token'));
  if (row === undefined) {
    const error = { code: 190, message: 'Malformed access token' };
    return { data: { is_valid: false, error, scopes: [] } };
  }
  const lapsed = row.expires_at !== null && row.expires_at <= world.clock.now();
  const subcode = row.dead_subcode ?? (lapsed ? 463 : undefined);
  const scopes = world
    .all<{ name: string }>('SELECT name FROM permissions WHERE granted = 1 ORDER BY rowid')
    .map((permission) => permission.name);
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  return {
    data: {
      app_id: identity.app.id,
      type: row.kind.toUpperCase(),
      application: 'Practice',
      expires_at: row.expires_at === null ? 0 : seconds(row.expires_at),
      data_access_expires_at: seconds(row.issued_at + 90 * 86_400_000),
      issued_at: seconds(row.issued_at),
      is_valid: subcode === undefined,
      ...(row.kind === 'page' ? { profile_id: row.owner_id } : {}),
      user_id: identity.user.id,
      ...(subcode === undefined
        ? {}
        : { error: { code: 190, subcode, message: 'The token is dead.' } }),
      scopes: subcode === undefined ? scopes : [],
      granular_scopes: subcode === undefined ? scopes.map((scope) => ({ scope })) : [],
    },
  };
}

const longLifeMs = 60 * 86_400_000;

/** Exchanges a living user token for a long one: here the same, with a new end. */
export function exchangeToken(
  { world, identity }: Network,
  values: Pick<GraphRequest['params'], 'required'>,
): unknown {
  if (values.required('grant_type') !== 'fb_exchange_token') {
    throw badParameter('grant_type', 'Unsupported grant_type');
  }
  const { app } = identity;
  if (values.required('client_id') !== app.id || values.required('client_secret') !== app.secret) {
    throw new GraphError(1, 'Error validating client secret.', { status: 400 });
  }
  const token = values.required('fb_exchange_token');
  const row = readToken(world, token);
  if (row === undefined || row.kind !== 'user' || row.dead_subcode !== null) {
    throw new GraphError(190, 'Error validating access token', { status: 400 });
  }
  world.run(
    'UPDATE tokens SET expires_at = ? WHERE token = ?',
    world.clock.now() + longLifeMs,
    token,
  );
  return { access_token: token, token_type: 'bearer', expires_in: longLifeMs / 1000 };
}
