import type { TokenOwner } from '../graph/token-owner.ts';
import { tasksOf } from '../world/account-facts.ts';
import { dayMs, newToken } from '../world/identity.ts';
import type { World } from '../world/world.ts';

export const shortLifeMs = 90 * 60_000;
export const longLifeMs = 60 * dayMs;

const dataAccessMs = 90 * dayMs;

/** A user token of the login; answers it. */
export function issueUserToken(world: World, userId: string, lifeMs: number): string {
  const token = newToken();
  const nowMs = Math.round(world.clock.now());
  insertToken(world, token, 'user', userId, nowMs, nowMs + lifeMs);
  world.run('INSERT INTO login_tokens VALUES (?, NULL, NULL)', token);
  return token;
}

function insertToken(
  world: World,
  token: string,
  kind: TokenOwner['kind'],
  ownerId: string,
  nowMs: number,
  expiresAtMs: number | null,
): void {
  const sql = 'INSERT INTO tokens VALUES (?, ?, ?, ?, ?, NULL)';
  world.run(sql, token, kind, ownerId, nowMs, expiresAtMs);
}

/** The Page token that a person's token opens: it dies with a short one, and outlives a long one. */
export function pageTokenFor(world: World, owner: TokenOwner, pageId: string): string | undefined {
  if (owner.kind === 'app' || isUnticked(world, pageId)) return undefined;
  if (tasksOf(world, pageId).length === 0) return undefined;
  if (owner.kind === 'page') return owner.id === pageId ? owner.token : undefined;
  const parent = ofLogin(world, owner.token) ? owner.token : null;
  const known = world.get<{ token: string }>(
    parent === null
      ? "SELECT token FROM tokens WHERE kind = 'page' AND owner_id = ?1 AND token NOT IN (SELECT token FROM login_tokens)"
      : 'SELECT token FROM login_tokens WHERE page_id = ?1 AND parent = ?2',
    pageId,
    ...(parent === null ? [] : [parent]),
  );
  return known?.token ?? issuePageToken(world, owner, pageId);
}

function issuePageToken(world: World, owner: TokenOwner, pageId: string): string {
  const token = newToken();
  const row = world.get<{ issued_at: number; expires_at: number | null }>(
    'SELECT issued_at, expires_at FROM tokens WHERE token = ?',
    owner.token,
  );
  const endMs = row?.expires_at ?? null;
  const isShort = row !== undefined && endMs !== null && endMs - row.issued_at <= shortLifeMs;
  const nowMs = Math.round(world.clock.now());
  world.transact(() => {
    insertToken(world, token, 'page', pageId, nowMs, isShort ? endMs : null);
    world.run('INSERT INTO login_tokens VALUES (?, ?, ?)', token, owner.token, pageId);
  });
  return token;
}

function ofLogin(world: World, token: string): boolean {
  return world.get('SELECT 1 FROM login_tokens WHERE token = ?', token) !== undefined;
}

/** Whether the person left this Page out when they logged in. */
export function isUnticked(world: World, pageId: string): boolean {
  return world.get('SELECT 1 FROM unticked_pages WHERE page_id = ?', pageId) !== undefined;
}

/** Until when the app may read the person's data: 90 days after they last logged in. */
export function dataAccessEndMs(world: World, issuedAtMs: number): number {
  return Math.max(issuedAtMs, Number(world.readMeta('lastLoginMs') ?? 0)) + dataAccessMs;
}

/** Whether a living token no longer reads anything, because its person has not come back. */
export function dataAccessLapsed(world: World, owner: TokenOwner): boolean {
  if (owner.kind === 'app' || !ofLogin(world, owner.token)) return false;
  const row = world.get<{ issued_at: number }>(
    'SELECT issued_at FROM tokens WHERE token = ?',
    owner.token,
  );
  return row !== undefined && dataAccessEndMs(world, row.issued_at) <= world.clock.now();
}
