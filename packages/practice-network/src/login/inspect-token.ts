import type { GraphRequest } from '../graph/call.ts';
import { deadToken, readToken } from '../graph/token-check.ts';
import type { Network } from '../network.ts';
import type { World } from '../world/world.ts';
import { dataAccessEndMs } from './issue-tokens.ts';

/** What a token is; a dead one is told with status 200. */
export function inspectToken({ world, identity }: Network, request: GraphRequest): unknown {
  const row = readToken(world, request.params.required('input_token'));
  if (row === undefined) {
    const error = { code: 190, message: 'Malformed access token' };
    return { data: { is_valid: false, error, scopes: [] } };
  }
  const lapsed = row.expires_at !== null && row.expires_at <= world.clock.now();
  const subcode = row.dead_subcode ?? (lapsed ? 463 : undefined);
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  if (row.kind === 'app') {
    const about = { app_id: identity.app.id, type: 'APP', application: 'Practice' };
    return { data: { ...about, is_valid: subcode === undefined, scopes: [] } };
  }
  const message = deadToken(subcode || undefined).message;
  const scopes = subcode === undefined ? grantedScopes(world) : [];
  return {
    data: {
      app_id: identity.app.id,
      type: row.kind.toUpperCase(),
      application: 'Practice',
      expires_at: row.expires_at === null ? 0 : seconds(row.expires_at),
      data_access_expires_at: seconds(dataAccessEndMs(world, row.issued_at)),
      issued_at: seconds(row.issued_at),
      is_valid: subcode === undefined,
      ...(row.kind === 'page' ? { profile_id: row.owner_id } : {}),
      user_id: identity.user.id,
      ...(subcode === undefined ? {} : { error: { code: 190, subcode, message } }),
      scopes,
      granular_scopes: scopes.map((scope) => granularScope(world, scope)),
    },
  };
}

function grantedScopes(world: World): string[] {
  return world
    .all<{ name: string }>('SELECT name FROM permissions WHERE granted = 1 ORDER BY rowid')
    .map((permission) => permission.name);
}

/** Without `target_ids` a permission holds for all there is; with them for what was ticked. */
function granularScope(world: World, scope: string): { scope: string; target_ids?: string[] } {
  const column = scope.startsWith('instagram_') ? 'ig_id' : 'id';
  const all = world.all<{ target: string | null; unticked: number }>(
    `SELECT ${column} AS target, id IN (SELECT page_id FROM unticked_pages) AS unticked FROM pages`,
  );
  const hasTargets = /^(pages_|instagram_|read_insights)/.test(scope);
  if (!hasTargets || all.every((row) => row.unticked === 0)) return { scope };
  const ticked = all.filter((row) => row.unticked === 0).map((row) => row.target);
  return { scope, target_ids: ticked.filter((target) => target !== null) };
}
