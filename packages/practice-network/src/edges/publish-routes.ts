import { instagramPublishRule, instagramReadRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, missingObject } from '../graph/graph-error.ts';
import { containerState } from '../nodes/container-state.ts';
import { publishingLimit } from '../nodes/instagram-nodes.ts';
import type { ContainerOptions, ContainerRow, MediaRow } from '../nodes/instagram-rows.ts';
import { planCustomers } from '../personas/plan-customers.ts';
import { listLagMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import type { World } from '../world/world.ts';
import { removeCommentsOf } from './comments.ts';

const taggedPerDay = 25;

/** The visible half of publishing on Instagram. */
export const publishRoutes: Routes = {
  'POST ig/media_publish': {
    spec: ['IGUser', 'media_publish'],
    rule: instagramPublishRule,
    run: publishContainer,
  },
  'POST media/': {
    spec: ['IGMedia', '#update'],
    rule: { ...instagramReadRule, needs: ['instagram_basic', 'instagram_manage_comments'] },
    run: ({ world, params, id }) => {
      const enabled = params.flag('comment_enabled') ?? true;
      world.run('UPDATE ig_media SET comments_enabled = ? WHERE id = ?', enabled ? 1 : 0, id);
      return { success: true };
    },
  },
  'DELETE media/': {
    rule: { needs: ['instagram_manage_contents'], refusal: 10 },
    run: deleteMedia,
  },
};

function publishContainer(call: Call): Answer {
  const { world, params, nowMs, bends } = call;
  const containerId = params.required('creation_id');
  const row = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', containerId);
  if (row === undefined || row.ig_id !== call.id || row.is_child === 1) {
    throw new GraphError(24, '(#24) The requested resource does not exist', {
      subcode: 2207006,
      userTitle: 'Media not found',
      userMessage: 'The media could not be found.',
    });
  }
  if (bends.has('late_error')) {
    world.run(
      'UPDATE containers SET error_subcode = 2207082, ready_at = ? WHERE id = ?',
      nowMs,
      row.id,
    );
    throw new GraphError(24, '(#24) The media could not be processed.', { subcode: 2207006 });
  }
  checkReady(row, nowMs);
  checkQuota(call);
  checkTaggedQuota(call, row);
  return { id: world.transact(() => publish(call, row)) };
}

function checkReady(row: ContainerRow, nowMs: number): void {
  switch (containerState(row, nowMs)) {
    case 'FINISHED':
      return;
    case 'IN_PROGRESS':
      throw new GraphError(9007, '(#9007) Media ID is not available', {
        subcode: 2207027,
        userTitle: 'Cannot publish yet',
        userMessage: 'The media is not ready for publishing, please wait for a moment.',
      });
    case 'ERROR':
      throw new GraphError(24, '(#24) The media could not be processed.', { subcode: 2207006 });
    case 'EXPIRED':
    case 'PUBLISHED':
      throw new GraphError(24, '(#24) The requested media builder does not exist.', {
        subcode: 2207008,
        userTitle: 'Media builder not found',
        userMessage:
          'The media builder with this creation id has expired or was published already.',
      });
  }
}

function checkQuota(call: Call): void {
  const { quota_usage: used, config } = publishingLimit(call.id, undefined, call);
  if (used >= config.quota_total) {
    throw new GraphError(9, '(#9) Application request limit reached', {
      subcode: 2207042,
      userTitle: 'Too many posts',
      userMessage: 'You reached the maximum number of posts that may be published within 24 hours.',
    });
  }
}

/** Of a carousel the slides are tagged, not itself. */
function isTagged(world: World, row: ContainerRow): boolean {
  const { productTags, children = [] } = JSON.parse(row.options) as ContainerOptions;
  if (productTags !== undefined) return true;
  return children.some((id) => {
    const child = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', id);
    return child !== undefined && isTagged(world, child);
  });
}

/** Tagged posts have a daily number of their own. */
function checkTaggedQuota({ world, id, nowMs }: Call, row: ContainerRow): void {
  if (!isTagged(world, row)) return;
  const tagged = world.get<{ used: number }>(
    `SELECT count(*) AS used FROM ig_media WHERE ig_id = ? AND parent_id IS NULL AND published_at > ?
     AND EXISTS (SELECT 1 FROM product_tags JOIN ig_media AS part ON part.id = media_id
       WHERE part.id = ig_media.id OR part.parent_id = ig_media.id)`,
    id,
    nowMs - 86_400_000,
  );
  if ((tagged?.used ?? 0) >= taggedPerDay) {
    throw new GraphError(9, '(#9) Too many tagged posts in 24 hours', { subcode: 2207042 });
  }
}

function publish(call: Call, row: ContainerRow): string {
  const { world, settings, nowMs } = call;
  const id = addMedia(call, row, null, 0);
  const options = JSON.parse(row.options) as ContainerOptions;
  for (const [position, childId] of (options.children ?? []).entries()) {
    const child = world.get<ContainerRow>('SELECT * FROM containers WHERE id = ?', childId);
    if (child !== undefined) addMedia(call, child, id, position);
  }
  const isStory = row.kind === 'STORIES';
  noteEffect(
    world,
    isStory ? 'ig-story' : 'ig-media',
    id,
    {
      igId: call.id,
      containerId: row.id,
      productType: productType(row),
      ...(row.caption === null ? {} : { text: row.caption }),
      by: 'api',
    },
    nowMs,
  );
  if (!isStory) planCustomers(world, settings, 'ig', id, nowMs);
  return id;
}

function addMedia(
  call: Call,
  row: ContainerRow,
  parentId: string | null,
  position: number,
): string {
  const { world, settings, nowMs } = call;
  const id = newNode(world, 'media');
  const options = JSON.parse(row.options) as ContainerOptions;
  world.run(
    `INSERT INTO ig_media (id, ig_id, container_id, caption, type, product_type, alt, file, facts,
       shortcode, published_at, listed_at, parent_id, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    row.ig_id,
    row.id,
    row.caption,
    mediaTypeOf(row),
    productType(row),
    options.alt ?? null,
    row.file,
    row.facts,
    shortcode(id),
    // The network tells whole seconds.
    Math.floor(nowMs / 1000) * 1000,
    nowMs + listLagMs(world, settings, 60_000, id),
    parentId,
    position,
  );
  world.run('UPDATE containers SET media_id = ? WHERE id = ?', id, row.id);
  for (const tag of options.productTags ?? []) {
    world.run(
      'INSERT INTO product_tags VALUES (?, ?, ?, ?)',
      id,
      tag.productId,
      tag.x ?? null,
      tag.y ?? null,
    );
  }
  return id;
}

function mediaTypeOf(row: ContainerRow): MediaRow['type'] {
  if (row.kind === 'CAROUSEL') return 'CAROUSEL_ALBUM';
  if (row.kind === 'IMAGE') return 'IMAGE';
  if (row.kind === 'STORIES') return row.file?.endsWith('.mp4') === true ? 'VIDEO' : 'IMAGE';
  return 'VIDEO';
}

function productType(row: ContainerRow): MediaRow['product_type'] {
  if (row.kind === 'REELS') return 'REELS';
  return row.kind === 'STORIES' ? 'STORY' : 'FEED';
}

/** The short name in addresses: the id in the network's own base 64. */
function shortcode(id: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let rest = BigInt(id);
  let code = '';
  while (rest > 0n) {
    code = (signs[Number(rest % 64n)] ?? '') + code;
    rest /= 64n;
  }
  return code;
}

function deleteMedia({ world, id, nowMs }: Call): Answer {
  const row = world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', id);
  if (row === undefined || row.parent_id !== null) throw missingObject(id, 'delete');
  world.transact(() => removeMedia(world, row, nowMs, 'api'));
  return { success: true };
}

/** Takes a media away, children too. */
export function removeMedia(world: World, row: MediaRow, nowMs: number, by: string): void {
  world.run(
    'UPDATE ig_media SET deleted_at = ? WHERE id = ? OR parent_id = ?',
    nowMs,
    row.id,
    row.id,
  );
  removeCommentsOf(world, row.id, nowMs);
  noteEffect(
    world,
    'delete',
    row.id,
    { igId: row.ig_id, containerId: row.container_id, by },
    nowMs,
  );
}
