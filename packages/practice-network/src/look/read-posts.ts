import type { PhotoRow, PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import { mediaOfPost } from '../nodes/post-node.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { cdnAddress } from '../world/media-files.ts';
import type { World } from '../world/world.ts';

export interface ShownTag {
  name: string;
  xShare?: number;
  yShare?: number;
}

export interface ShownMedia {
  id: string;
  kind: 'picture' | 'clip';
  address: string;
  alt: string;
  tags: ShownTag[];
}

/** A post of either network, ready to be shown. */
export interface ShownPost {
  id: string;
  network: 'fb' | 'ig';
  author: string;
  text: string;
  link?: string;
  atMs: number;
  kind: 'post' | 'reel' | 'story';
  media: ShownMedia[];
}

/** A path below this server: pages must work under any of its names. */
function ownPath(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

export function showFacebookPost(world: World, row: PostRow): ShownPost {
  const nowMs = world.clock.now();
  return {
    id: row.id,
    network: 'fb',
    author: pageName(world, row.page_id),
    text: row.message,
    ...(row.link === null ? {} : { link: row.link }),
    atMs: row.published_at ?? row.created_at,
    kind: row.kind === 'reel' ? 'reel' : 'post',
    media: mediaOfPost(world, row.id).flatMap((part) => {
      const shown =
        part.media_kind === 'photo'
          ? showPhoto(world, part.media_id, nowMs)
          : showClip(world, part.media_id, nowMs);
      return shown === undefined ? [] : [shown];
    }),
  };
}

export function showPhoto(world: World, id: string, nowMs: number): ShownMedia | undefined {
  const row = world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id);
  if (row === undefined) return undefined;
  const address = ownPath(cdnAddress(world, row.file, nowMs));
  return { id, kind: 'picture', address, alt: row.alt ?? '', tags: [] };
}

export function showClip(world: World, id: string, nowMs: number): ShownMedia | undefined {
  const row = world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id);
  if (row?.file == null) return undefined;
  const address = ownPath(cdnAddress(world, row.file, nowMs));
  return { id, kind: 'clip', address, alt: row.title ?? '', tags: [] };
}

export function pageName(world: World, pageId: string): string {
  return world.get<{ name: string }>('SELECT name FROM pages WHERE id = ?', pageId)?.name ?? pageId;
}

export function showInstagramPost(world: World, row: MediaRow): ShownPost {
  const nowMs = world.clock.now();
  const children = world.all<MediaRow>(
    'SELECT * FROM ig_media WHERE parent_id = ? ORDER BY position',
    row.id,
  );
  const kinds = { FEED: 'post', REELS: 'reel', STORY: 'story' } as const;
  return {
    id: row.id,
    network: 'ig',
    author:
      world.get<{ username: string }>(
        'SELECT username FROM instagram_accounts WHERE id = ?',
        row.ig_id,
      )?.username ?? '',
    text: row.caption ?? '',
    atMs: row.published_at,
    kind: kinds[row.product_type],
    media: (children.length > 0 ? children : [row]).flatMap((part) => showItem(world, part, nowMs)),
  };
}

function showItem(world: World, row: MediaRow, nowMs: number): ShownMedia[] {
  if (row.file === null) return [];
  return [
    {
      id: row.id,
      kind: row.file.endsWith('.mp4') ? 'clip' : 'picture',
      address: ownPath(cdnAddress(world, row.file, nowMs)),
      alt: row.alt ?? '',
      tags: readTags(world, row.id),
    },
  ];
}

function readTags(world: World, mediaId: string): ShownTag[] {
  interface Row {
    name: string;
    x: number | null;
    y: number | null;
  }
  return world
    .all<Row>(
      `SELECT name, x, y FROM product_tags JOIN products ON products.id = product_tags.product_id
       WHERE media_id = ? AND review_status = 'approved' AND deleted_at IS NULL`,
      mediaId,
    )
    .map(({ name, x, y }) => ({
      name,
      ...(x === null || y === null ? {} : { xShare: x, yShare: y }),
    }));
}
