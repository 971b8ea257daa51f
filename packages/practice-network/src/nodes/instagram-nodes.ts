import { bareNumber } from '../graph/exact-json.ts';
import type { NodeType, ReadContext } from '../graph/graph-node.ts';
import { rowTypes } from '../graph/row-types.ts';
import { keysetPage, listPage } from '../graph/paging.ts';
import { graphTime } from '../practice-clock.ts';
import { mayTagProducts } from '../world/account-facts.ts';
import { cdnAddress } from '../world/media-files.ts';
import { searchProducts } from './catalogue-nodes.ts';
import { accountInsights } from '../insights/account-insights.ts';
import { mediaInsights } from '../insights/media-insights.ts';
import { reactionTotal } from './reactions-edge.ts';
import { appealEdge } from './appeal-edge.ts';
import { readCollaborators } from './collaborators.ts';
import { containerState, containerStatusText } from './container-state.ts';
import type { ContainerRow, InstagramRow, MediaRow } from './instagram-rows.ts';
import { igCommentsEdge } from './instagram-comment-node.ts';
import type { Load } from './load.ts';
import { mentionsEdge } from './mentions-edge.ts';
import { readProductTags } from './product-tag-rows.ts';

/** How an Instagram account is read. */
export function instagramType(load: Load): NodeType<InstagramRow> {
  return {
    typeName: 'IGUser',
    spec: 'IGUser',
    defaults: [],
    fields: {
      username: (row) => row.username,
      name: (row) => row.name,
      ig_id: (row) => bareNumber(row.id),
      biography: () => 'Plants, prints, and paper.',
      website: (_row, { world }) => world.origin(),
      profile_picture_url: (row, { world }) => `${world.origin()}/faces/${row.id}`,
      followers_count: (_row, { settings }) => settings.followers,
      follows_count: () => 41,
      media_count: (row, { world }) =>
        world.get<{ total: number }>(
          'SELECT count(*) AS total FROM ig_media WHERE ig_id = ? AND parent_id IS NULL AND deleted_at IS NULL',
          row.id,
        )?.total ?? 0,
      shopping_product_tag_eligibility: (row, { world, owner }) =>
        owner.kind === 'user' ? mayTagProducts(world, row.id) : undefined,
      shopping_review_status: (row, { world, owner }) =>
        owner.kind === 'user' && mayTagProducts(world, row.id) ? 'approved' : undefined,
    },
    edges: {
      media: (row, query, context) =>
        listed(row, query, context, load, "product_type <> 'STORY' AND listed_at <= ?", [
          context.nowMs,
        ]),
      stories: (row, query, context) =>
        listed(row, query, context, load, "product_type = 'STORY' AND published_at > ?", [
          context.nowMs - 86_400_000,
        ]),
      tags: (row, query, context) => mentionsEdge(row.id, query, context, rowTypes.media),
      product_appeal: appealEdge,
      insights: accountInsights,
      content_publishing_limit: (row, query, context) =>
        listPage(
          [publishingLimit(row.id, query.modifiers['since'], context)],
          query,
          rowTypes.publishingLimit,
        ),
      available_catalogs: (row, query, { world }) =>
        listPage(availableCatalogues(world, row), query, rowTypes.catalogue),
      catalog_product_search: (_row, query, { world }) =>
        listPage(
          searchProducts(world, query.modifiers['catalog_id'] ?? '', query.modifiers['q'] ?? ''),
          query,
          rowTypes.productSearch,
        ),
    },
  };
}

function listed(
  row: InstagramRow,
  query: Parameters<typeof keysetPage>[2],
  context: ReadContext,
  load: Load,
  where: string,
  values: number[],
): ReturnType<NodeType<InstagramRow>['edges'][string]> {
  const page = keysetPage<MediaRow>(
    context.world,
    {
      table: 'ig_media',
      where: `ig_id = ? AND parent_id IS NULL AND deleted_at IS NULL AND published_at <= ? AND ${where}`,
      values: [row.id, context.nowMs, ...values],
      sortColumn: 'published_at',
      direction: 'desc',
    },
    query,
  );
  return {
    ...page,
    items: page.rows.map((media) => load(media.id)).filter((node) => node !== undefined),
  };
}

/** Posts of the last day count; a story and a carousel count once each. */
export function publishingLimit(
  igId: string,
  since: string | undefined,
  { world, settings, nowMs }: Pick<ReadContext, 'world' | 'settings' | 'nowMs'>,
): { quota_usage: number; config: { quota_total: number; quota_duration: number } } {
  const fromMs = Math.max(nowMs - 86_400_000, since === undefined ? 0 : Number(since) * 1000);
  const row = world.get<{ used: number }>(
    'SELECT count(*) AS used FROM ig_media WHERE ig_id = ? AND parent_id IS NULL AND published_at > ?',
    igId,
    fromMs,
  );
  return {
    quota_usage: row?.used ?? 0,
    config: { quota_total: settings.publishQuota, quota_duration: 86_400 },
  };
}

function availableCatalogues(
  world: ReadContext['world'],
  account: InstagramRow,
): Record<string, unknown>[] {
  interface Row {
    id: string;
    name: string;
    shop_name: string;
    total: number;
  }
  if (!mayTagProducts(world, account.id)) return [];
  return world
    .all<Row>(
      `SELECT id, name, shop_name, (SELECT count(*) FROM products
         WHERE catalog_id = catalogues.id AND deleted_at IS NULL) AS total FROM catalogues
       WHERE shop_name = ?1 OR NOT EXISTS (SELECT 1 FROM businesses)`,
      account.name,
    )
    .map((row) => ({
      catalog_id: row.id,
      catalog_name: row.name,
      shop_name: row.shop_name,
      product_count: row.total,
    }));
}

/** How a container is read. */
export function containerType(): NodeType<ContainerRow> {
  return {
    typeName: 'IGContainer',
    spec: 'ShadowIGMediaBuilder',
    defaults: [],
    fields: {
      status_code: (row, { nowMs }) => containerState(row, nowMs),
      status: (row, { nowMs }) => containerStatusText(row, nowMs),
      video_status: (row, { nowMs }) => videoStatus(row, nowMs),
      copyright_check_status: () => ({ status: 'completed', matches_found: false }),
    },
    edges: {},
  };
}

function videoStatus(row: ContainerRow, nowMs: number): unknown {
  if (row.kind === 'IMAGE' || row.kind === 'CAROUSEL') return undefined;
  const state = containerState(row, nowMs);
  const uploaded = row.waits_for_bytes === 0;
  const processing =
    state === 'ERROR'
      ? 'error'
      : !uploaded
        ? 'not_started'
        : state === 'IN_PROGRESS'
          ? 'in_progress'
          : 'complete';
  return {
    uploading_phase: {
      status: uploaded ? 'complete' : row.received_bytes > 0 ? 'in_progress' : 'not_started',
      bytes_transferred: row.received_bytes,
    },
    processing_phase: { status: processing },
  };
}

/** How a published media is read. */
export function mediaType(load: Load): NodeType<MediaRow> {
  return {
    typeName: 'Media',
    spec: 'IGMedia',
    extra: ['is_ai_generated', 'is_paid_partnership'],
    defaults: [],
    fields: {
      caption: (row) => row.caption ?? undefined,
      alt_text: (row) => row.alt ?? undefined,
      media_type: (row) => row.type,
      media_product_type: (row) => row.product_type,
      timestamp: (row) => graphTime(row.published_at),
      permalink: (row, { world }) =>
        row.parent_id === null ? `${world.origin()}/p/${row.id}` : undefined,
      shortcode: (row) => row.shortcode,
      media_url: (row, { world, nowMs }) =>
        row.file === null ? undefined : cdnAddress(world, row.file, nowMs),
      username: (row, { world }) =>
        world.get<{ username: string }>(
          'SELECT username FROM instagram_accounts WHERE id = ?',
          row.ig_id,
        )?.username,
      owner: (row) => load(row.ig_id),
      like_count: (row, context) => reactionTotal(row.id, context),
      comments_count: (row, { world, nowMs }) =>
        world.get<{ total: number }>(
          'SELECT count(*) AS total FROM comments WHERE object_id = ? AND counted_at <= ? AND deleted_at IS NULL',
          row.id,
          nowMs,
        )?.total ?? 0,
      is_comment_enabled: (row) => row.comments_enabled === 1,
      is_shared_to_feed: (row) => (row.product_type === 'REELS' ? true : undefined),
    },
    edges: {
      children: (row, query, { world }) => {
        const rows = world.all<MediaRow>(
          'SELECT * FROM ig_media WHERE parent_id = ? ORDER BY position',
          row.id,
        );
        return listPage(
          rows.map((child) => load(child.id)).filter((node) => node !== undefined),
          query,
        );
      },
      comments: (row, query, context) => igCommentsEdge(row.id, query, context, load),
      product_tags: (row, query, { world }) =>
        listPage(readProductTags(world, row.id), query, rowTypes.productTag),
      insights: mediaInsights,
      collaborators: (row, query, { world }) =>
        listPage(readCollaborators(world, row), query, rowTypes.collaborator),
    },
  };
}
