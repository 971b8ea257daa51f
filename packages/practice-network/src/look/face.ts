import type { HttpAnswer } from '../http/answer.ts';
import { seededPick } from '../seeded-random.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { escapeHtml } from './html-page.ts';

const grounds = ['#2E6B4E', '#B8431F', '#1F5F99', '#8A5A00', '#A3213A'];

/** The first letters of a name, at most two. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s._-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/** A round picture of an account: its first letters on a colour of its own. */
export function faceAnswer(world: World, id: string): HttpAnswer | undefined {
  const found = resolveNode(world, id);
  if (found === undefined || (found.kind !== 'page' && found.kind !== 'ig')) return undefined;
  const table = found.kind === 'page' ? 'pages' : 'instagram_accounts';
  const name =
    world.get<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`, id)?.name ?? '';
  const letters = escapeHtml(initialsOf(name));
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160"><rect width="160" height="160" fill="${seededPick(world.seed, grounds, id)}"/><text x="80" y="102" font-family="Georgia, serif" font-size="64" text-anchor="middle" fill="#FFFFFF">${letters}</text></svg>`;
  const headers = {
    'content-type': 'image/svg+xml',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'private, max-age=3600',
  };
  return { status: 200, headers, body };
}

/** A person by first letters, on one of five soft grounds that stays theirs. */
export function personFace(world: World, personId: string, name: string): string {
  const ground = seededPick(world.seed, ['g0', 'g1', 'g2', 'g3', 'g4'], personId);
  return `<span class="person ${ground}" aria-hidden="true">${escapeHtml(initialsOf(name) || '?')}</span>`;
}
