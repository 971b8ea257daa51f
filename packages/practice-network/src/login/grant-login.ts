import { randomBytes } from 'node:crypto';
import type { Network } from '../network.ts';
import type { World } from '../world/world.ts';
import type { DialogRequest } from './dialog-request.ts';
import { dataAccessEndMs, issueUserToken, shortLifeMs } from './issue-tokens.ts';

const codeLifeMs = 10 * 60_000;

/** What the person ticked. */
export interface Choice {
  scopes: readonly string[];
  pageIds: readonly string[];
}

/** Remembers what was granted; answers the address to go back to, with what was asked for. */
export function grantLogin(network: Network, request: DialogRequest, choice: Choice): string {
  const { world, identity } = network;
  return world.transact(() => {
    const nowMs = Math.round(world.clock.now());
    const denied = request.scopes.filter((name) => !choice.scopes.includes(name));
    rememberChoice(world, request, choice);
    world.writeMeta('lastLoginMs', String(nowMs));
    const shared: Record<string, string> = {
      ...(request.state === undefined ? {} : { state: request.state }),
      ...(request.returnScopes
        ? {
            granted_scopes: ['public_profile', ...choice.scopes].join(','),
            denied_scopes: denied.join(','),
          }
        : {}),
    };
    if (request.wantsCode) shared['code'] = issueCode(world, request, nowMs);
    if (!request.wantsToken) return withQuery(request.redirectUri, shared);
    const fragment = {
      access_token: issueUserToken(world, identity.user.id, shortLifeMs),
      data_access_expiration_time: String(Math.floor(dataAccessEndMs(world, nowMs) / 1000)),
      expires_in: String(shortLifeMs / 1000),
      ...shared,
    };
    const url = new URL(request.redirectUri);
    url.hash = new URLSearchParams(fragment).toString();
    return url.href;
  });
}

function rememberChoice(world: World, request: DialogRequest, choice: Choice): void {
  for (const name of request.scopes) {
    const granted = choice.scopes.includes(name) ? 1 : 0;
    world.run('UPDATE permissions SET granted = ? WHERE name = ?', granted, name);
  }
  world.run('DELETE FROM unticked_pages');
  for (const { id } of world.all<{ id: string }>('SELECT id FROM pages')) {
    if (!choice.pageIds.includes(id)) world.run('INSERT INTO unticked_pages VALUES (?)', id);
  }
}

function issueCode(world: World, request: DialogRequest, nowMs: number): string {
  const code = `AQ${randomBytes(48).toString('base64url')}`;
  world.run(
    'INSERT INTO login_codes VALUES (?, ?, ?, NULL)',
    code,
    request.redirectUri,
    nowMs + codeLifeMs,
  );
  return code;
}

/** Where a person lands who says no. */
export function refusedAddress(request: DialogRequest): string {
  return withQuery(request.redirectUri, {
    error: 'access_denied',
    error_code: '200',
    error_description: 'Permissions error',
    error_reason: 'user_denied',
    ...(request.state === undefined ? {} : { state: request.state }),
  });
}

function withQuery(address: string, values: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}
