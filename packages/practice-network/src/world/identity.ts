import { randomBytes } from 'node:crypto';
import { fillAgency } from './agency.ts';
import { newNode } from './ids.ts';
import type { Tables } from './world.ts';

/** Who and what the world is made of: printed in the ready line. */
export interface Identity {
  /** Bearer token of the control endpoints only. */
  controlToken: string;
  /** Key of the signatures in media addresses. */
  cdnKey: string;
  app: { id: string; secret: string };
  user: { id: string; token: string };
  business: { id: string };
  page: { id: string; token: string; name: string };
  instagram: { id: string; username: string };
  catalogue: { id: string };
}

export const permissionNames = [
  'pages_show_list',
  'business_management',
  'pages_read_engagement',
  'pages_manage_posts',
  'pages_manage_engagement',
  'pages_read_user_content',
  'pages_manage_metadata',
  'pages_messaging',
  'read_insights',
  'instagram_basic',
  'instagram_content_publish',
  'instagram_manage_comments',
  'instagram_manage_messages',
  'instagram_manage_insights',
  'instagram_manage_contents',
  'instagram_shopping_tag_products',
  'catalog_management',
] as const;

export const dayMs = 86_400_000;

/** One shop with everything it needs, or somebody who works for several that lack things. */
export type WorldKind = 'shop' | 'agency';

/** The world's identity; made on the first start and the same ever after. */
export function openIdentity(
  tables: Tables,
  seed: number,
  nowMs: number,
  kind: WorldKind = 'shop',
): Identity {
  const stored = tables.readMeta('identity');
  if (stored !== undefined) return JSON.parse(stored) as Identity;
  return tables.transact(() => {
    const identity = makeIdentity(tables);
    fillIdentity(tables, identity, nowMs);
    if (kind === 'agency') fillAgency(tables, identity);
    tables.writeMeta('identity', JSON.stringify(identity));
    tables.writeMeta('seed', String(seed));
    return identity;
  });
}

function makeIdentity(tables: Tables): Identity {
  return {
    controlToken: randomBytes(24).toString('base64url'),
    cdnKey: randomBytes(24).toString('base64url'),
    app: { id: newNode(tables, 'app'), secret: randomBytes(16).toString('hex') },
    user: { id: newNode(tables, 'user'), token: newToken() },
    business: { id: newNode(tables, 'business') },
    page: { id: newNode(tables, 'page'), token: newToken(), name: 'La Serre' },
    instagram: { id: newNode(tables, 'ig'), username: 'laserre.lyon' },
    catalogue: { id: newNode(tables, 'catalog') },
  };
}

/** An access token nobody can guess. */
export function newToken(): string {
  return `EAAPRACTICE${randomBytes(48).toString('base64url').replaceAll(/[-_]/g, 'Z')}`;
}

function fillIdentity(tables: Tables, identity: Identity, nowMs: number): void {
  const { user, page, instagram, catalogue, business, app } = identity;
  tables.run('INSERT INTO users VALUES (?, ?)', user.id, 'Camille Practice');
  const addPage = 'INSERT INTO pages (id, name, username, category, ig_id) VALUES (?, ?, ?, ?, ?)';
  tables.run(addPage, page.id, page.name, 'laserre.lyon', 'Shopping & retail', instagram.id);
  const addAccount = 'INSERT INTO instagram_accounts VALUES (?, ?, ?, ?)';
  tables.run(addAccount, instagram.id, instagram.username, page.name, page.id);
  const addCatalogue = 'INSERT INTO catalogues VALUES (?, ?, ?, ?)';
  tables.run(addCatalogue, catalogue.id, `${page.name} – catalogue`, page.name, business.id);
  const addToken = 'INSERT INTO tokens VALUES (?, ?, ?, ?, ?, NULL)';
  tables.run(addToken, user.token, 'user', user.id, nowMs, nowMs + 60 * dayMs);
  tables.run(addToken, page.token, 'page', page.id, nowMs, null);
  tables.run(addToken, `${app.id}|${app.secret}`, 'app', app.id, nowMs, null);
  for (const name of permissionNames) tables.run('INSERT INTO permissions VALUES (?, 1)', name);
}
