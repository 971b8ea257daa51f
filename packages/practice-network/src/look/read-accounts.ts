import type { PageRow, PostRow } from '../nodes/facebook-rows.ts';
import type { InstagramRow, MediaRow } from '../nodes/instagram-rows.ts';
import { resolveNode } from '../world/ids.ts';
import { readSettings } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { readListPage, type ListPage } from './list-page.ts';
import {
  accountName,
  pageName,
  showFacebookMedia,
  showFacebookPost,
  showInstagramPost,
  type ShownMedia,
  type ShownPost,
} from './read-posts.ts';
import type { Place } from './viewer.ts';

const feedSize = 20;
/** Rows of three. */
const gridSize = 30;
const storyMs = 86_400_000;

/** A Page or an Instagram account, as its profile shows it. */
export interface ShownAccount {
  id: string;
  network: 'fb' | 'ig';
  name: string;
  /** The category of a Page, the shop's name of an account. */
  about: string;
  posts: number;
  followers: number;
}

export function readAccounts(world: World): ShownAccount[] {
  const pages = world.all<{ id: string }>('SELECT id FROM pages ORDER BY rowid');
  const accounts = world.all<{ id: string }>('SELECT id FROM instagram_accounts ORDER BY rowid');
  return [...pages, ...accounts].flatMap(({ id }) => readAccount(world, id) ?? []);
}

export function readAccount(world: World, id: string): ShownAccount | undefined {
  const kind = resolveNode(world, id)?.kind;
  const { followers } = readSettings(world);
  if (kind === 'page') {
    const row = world.get<PageRow>('SELECT * FROM pages WHERE id = ?', id);
    const about = row?.category ?? '';
    return {
      id,
      network: 'fb',
      name: pageName(world, id),
      about,
      posts: countPosts(world, id),
      followers,
    };
  }
  if (kind !== 'ig') return undefined;
  const row = world.get<InstagramRow>('SELECT * FROM instagram_accounts WHERE id = ?', id);
  const about = row?.name ?? '';
  return {
    id,
    network: 'ig',
    name: accountName(world, id),
    about,
    posts: countMedia(world, id),
    followers,
  };
}

const livePosts = 'page_id = ? AND deleted_at IS NULL AND published_at <= ?';
const liveMedia = `ig_id = ? AND parent_id IS NULL AND deleted_at IS NULL
  AND product_type <> 'STORY' AND published_at <= ?`;

function countPosts(world: World, id: string): number {
  const sql = `SELECT count(*) AS total FROM posts WHERE ${livePosts}`;
  return world.get<{ total: number }>(sql, id, world.clock.now())?.total ?? 0;
}

function countMedia(world: World, id: string): number {
  const sql = `SELECT count(*) AS total FROM ig_media WHERE ${liveMedia}`;
  return world.get<{ total: number }>(sql, id, world.clock.now())?.total ?? 0;
}

/** A page of what an account published, newest first; fewer when only a taste is wanted. */
export function readFeed(
  world: World,
  account: ShownAccount,
  place: Place | undefined,
  size?: number,
): ListPage<{ id: string }> & { posts: ShownPost[] } {
  const values = [account.id, world.clock.now()];
  const column = 'published_at';
  if (account.network === 'fb') {
    const source = { table: 'posts', where: livePosts, values, column, size: size ?? feedSize };
    const page = readListPage<PostRow>(world, source, place);
    return { ...page, posts: page.rows.map((row) => showFacebookPost(world, row)) };
  }
  const source = { table: 'ig_media', where: liveMedia, values, column, size: size ?? gridSize };
  const page = readListPage<MediaRow>(world, source, place);
  return { ...page, posts: page.rows.map((row) => showInstagramPost(world, row)) };
}

export interface ShownStory {
  id: string;
  atMs: number;
  media: ShownMedia[];
}

/** Stories of the last day, newest first. */
export function readStories(world: World, account: ShownAccount): ShownStory[] {
  const nowMs = world.clock.now();
  if (account.network === 'fb') {
    return world
      .all<{ post_id: string; media_kind: string; media_id: string; created_at: number }>(
        `SELECT * FROM page_stories WHERE page_id = ? AND deleted_at IS NULL
         AND created_at > ? AND created_at <= ? ORDER BY created_at DESC LIMIT 20`,
        account.id,
        nowMs - storyMs,
        nowMs,
      )
      .map((row) => ({
        id: row.post_id,
        atMs: row.created_at,
        media: showFacebookMedia(world, row.media_kind, row.media_id),
      }));
  }
  return world
    .all<MediaRow>(
      `SELECT * FROM ig_media WHERE ig_id = ? AND parent_id IS NULL AND product_type = 'STORY'
       AND deleted_at IS NULL AND published_at > ? AND published_at <= ?
       ORDER BY published_at DESC LIMIT 20`,
      account.id,
      nowMs - storyMs,
      nowMs,
    )
    .map((row) => ({ ...showInstagramPost(world, row), id: row.id }));
}
