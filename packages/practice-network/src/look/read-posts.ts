import { productDetails, type ProductRow } from '../nodes/catalogue-nodes.ts';
import type { PhotoRow, PostRow, VideoRow } from '../nodes/facebook-rows.ts';
import type { MediaRow } from '../nodes/instagram-rows.ts';
import { mediaOfPost } from '../nodes/post-node.ts';
import { cdnAddress } from '../world/media-files.ts';
import type { World } from '../world/world.ts';

export interface ShownTag {
  name: string;
  minorUnits?: number;
  currency?: string;
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
  accountId: string;
  author: string;
  text: string;
  link?: string;
  atMs: number;
  kind: 'post' | 'reel' | 'story';
  media: ShownMedia[];
  comments: number;
}

/** A path below this server: pages must work under any of its names. */
function ownPath(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

export function showFacebookPost(world: World, row: PostRow): ShownPost {
  return {
    id: row.id,
    network: 'fb',
    accountId: row.page_id,
    author: pageName(world, row.page_id),
    text: row.message,
    ...(row.link === null ? {} : { link: row.link }),
    atMs: row.published_at ?? row.created_at,
    kind: row.kind === 'reel' ? 'reel' : 'post',
    media: mediaOfPost(world, row.id).flatMap((part) =>
      showFacebookMedia(world, part.media_kind, part.media_id),
    ),
    comments: countComments(world, row.id),
  };
}

/** A photo or a clip by its id; nothing while a clip has no file yet. */
export function showFacebookMedia(world: World, kind: string, id: string): ShownMedia[] {
  const isPhoto = kind === 'photo';
  const row = isPhoto
    ? world.get<PhotoRow>('SELECT * FROM photos WHERE id = ?', id)
    : world.get<VideoRow>('SELECT * FROM videos WHERE id = ?', id);
  if (row?.file == null) return [];
  const alt = 'alt' in row ? row.alt : row.title;
  const address = ownPath(cdnAddress(world, row.file, world.clock.now()));
  return [{ id, kind: isPhoto ? 'picture' : 'clip', address, alt: alt ?? '', tags: [] }];
}

export function pageName(world: World, pageId: string): string {
  return world.get<{ name: string }>('SELECT name FROM pages WHERE id = ?', pageId)?.name ?? pageId;
}

export function accountName(world: World, accountId: string): string {
  const sql = 'SELECT username FROM instagram_accounts WHERE id = ?';
  return world.get<{ username: string }>(sql, accountId)?.username ?? accountId;
}

export function showInstagramPost(world: World, row: MediaRow): ShownPost {
  const children = world.all<MediaRow>(
    'SELECT * FROM ig_media WHERE parent_id = ? ORDER BY position',
    row.id,
  );
  const kinds = { FEED: 'post', REELS: 'reel', STORY: 'story' } as const;
  return {
    id: row.id,
    network: 'ig',
    accountId: row.ig_id,
    author: accountName(world, row.ig_id),
    text: row.caption ?? '',
    atMs: row.published_at,
    kind: kinds[row.product_type],
    media: (children.length > 0 ? children : [row]).flatMap((part) => showItem(world, part)),
    comments: countComments(world, row.id),
  };
}

function showItem(world: World, row: MediaRow): ShownMedia[] {
  if (row.file === null) return [];
  return [
    {
      id: row.id,
      kind: row.file.endsWith('.mp4') ? 'clip' : 'picture',
      address: ownPath(cdnAddress(world, row.file, world.clock.now())),
      alt: row.alt ?? '',
      tags: readTags(world, row.id),
    },
  ];
}

/** Counting stops early: nobody reads the exact number of very many. */
export const countedComments = 10_000;

function countComments(world: World, objectId: string): number {
  const row = world.get<{ total: number }>(
    `SELECT count(*) AS total FROM (SELECT 1 FROM comments
     WHERE object_id = ? AND deleted_at IS NULL AND arrived_at <= ? LIMIT ?)`,
    objectId,
    world.clock.now(),
    countedComments,
  );
  return row?.total ?? 0;
}

function readTags(world: World, mediaId: string): ShownTag[] {
  return world
    .all<ProductRow & { x: number | null; y: number | null }>(
      `SELECT products.*, x, y FROM product_tags JOIN products ON products.id = product_id
       WHERE media_id = ? AND review_status = 'approved' AND deleted_at IS NULL`,
      mediaId,
    )
    .map((row) => {
      const { price, currency } = productDetails(row);
      return {
        name: row.name,
        ...(price === undefined || currency === undefined
          ? {}
          : { minorUnits: Number(price), currency: String(currency) }),
        ...(row.x === null || row.y === null ? {} : { xShare: row.x, yShare: row.y }),
      };
    });
}
