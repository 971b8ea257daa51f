import type { EdgeQuery, NodeType } from '../graph/graph-node.ts';
import { isGranted } from '../graph/access.ts';
import { rowTypes } from '../graph/row-types.ts';
import { keysetPage, listPage } from '../graph/paging.ts';
import { personalAccountOf, tasksOf } from '../world/account-facts.ts';
import type { PageRow, PhotoRow, PostRow, VideoRow } from './facebook-rows.ts';
import { pageTokenFor } from '../login/issue-tokens.ts';
import { pageInsights } from '../insights/page-insights.ts';
import type { Load } from './load.ts';
import { mentionsEdge } from './mentions-edge.ts';
import { conversationsEdge } from './thread-node.ts';

/** How a Page is read. `load` makes nodes of the ids it lists. */
export function pageType(load: Load): NodeType<PageRow> {
  const many = (rows: readonly { id: string }[]): unknown[] =>
    rows.map((row) => load(row.id)).filter((node) => node !== undefined);
  return {
    typeName: 'Page',
    spec: 'Page',
    extra: ['tasks', 'picture', 'access_token', 'stories', 'conversations'],
    defaults: ['name'],
    fields: pageFields(load),
    edges: {
      ...postEdges(many),
      photos: (row, query, { world, nowMs }) => {
        const page = keysetPage<PhotoRow>(
          world,
          {
            table: 'photos',
            where: 'page_id = ? AND deleted_at IS NULL AND post_id IS NOT NULL AND created_at <= ?',
            values: [row.id, nowMs],
            sortColumn: 'created_at',
            direction: 'desc',
          },
          query,
        );
        return { ...page, items: many(page.rows) };
      },
      ...videoEdges(many),
      stories: (row, query, { world, nowMs }) =>
        listPage(readStories(row, world.origin(), world, nowMs), query, rowTypes.story),
      insights: pageInsights,
      tagged: (row, query, context) => mentionsEdge(row.id, query, context, rowTypes.post),
      conversations: (row, query, context) => conversationsEdge(row, query, context, load),
      blocked: (row, query, { world }) =>
        listPage(readBlocked(world, row, query), query, rowTypes.profile),
    },
  };
}

function pageFields(load: Load): NodeType<PageRow>['fields'] {
  return {
    name: (row) => row.name,
    username: (row) => row.username,
    category: (row) => row.category,
    link: (row, { world }) => `${world.origin()}/pages/${row.id}`,
    is_published: (row) => row.is_published === 1,
    can_post: () => true,
    has_transitioned_to_new_page_experience: () => true,
    verification_status: () => 'not_verified',
    fan_count: (_row, { settings }) => settings.followers,
    followers_count: (_row, { settings }) => settings.followers,
    unread_message_count: (row, { world }) =>
      world.get<{ total: number }>(
        "SELECT coalesce(sum(unread), 0) AS total FROM threads WHERE page_id = ? AND network = 'fb'",
        row.id,
      )?.total ?? 0,
    tasks: (row, { world }) => tasksOf(world, row.id),
    picture: (row, { world }) => ({
      data: {
        height: 50,
        width: 50,
        is_silhouette: false,
        url: `${world.origin()}/faces/${row.id}`,
      },
    }),
    access_token: (row, { world, owner }) =>
      isGranted(world, 'pages_show_list') ? pageTokenFor(world, owner, row.id) : undefined,
    instagram_business_account: (row) => (row.ig_id === null ? undefined : load(row.ig_id)),
    connected_instagram_account: (row, { world }) => {
      const username = personalAccountOf(world, row.id);
      if (username !== undefined) return { id: `9${row.id}`, username };
      return row.ig_id === null ? undefined : load(row.ig_id);
    },
  };
}

type Edges = NodeType<PageRow>['edges'];
type Many = (rows: readonly { id: string }[]) => unknown[];

function postEdges(many: Many): Edges {
  const edge =
    (where: string): Edges[string] =>
    (row, query, { world, nowMs }) => {
      const page = keysetPage<PostRow>(
        world,
        {
          table: 'posts',
          where: `page_id = ? AND deleted_at IS NULL AND created_at <= ? AND ${where}`,
          values: [row.id, nowMs, nowMs],
          sortColumn: 'created_at',
          direction: 'desc',
          maxLimit: 100,
        },
        query,
      );
      return { ...page, items: many(page.rows) };
    };
  return {
    published_posts: edge('published_at <= ?'),
    posts: edge('published_at <= ?'),
    feed: edge("(published_at <= ? OR mode IN ('hidden', 'scheduled'))"),
    scheduled_posts: edge("mode = 'scheduled' AND scheduled_at IS NOT NULL AND created_at <= ?"),
  };
}

function videoEdges(many: Many): Edges {
  const edge =
    (kind: string): Edges[string] =>
    (row, query, { world, nowMs }) => {
      const page = keysetPage<VideoRow>(
        world,
        {
          table: 'videos',
          where: `page_id = ? AND deleted_at IS NULL AND published_at <= ? AND kind = '${kind}'`,
          values: [row.id, nowMs],
          sortColumn: 'created_at',
          direction: 'desc',
        },
        query,
      );
      return { ...page, items: many(page.rows) };
    };
  return { videos: edge('feed'), video_reels: edge('reel') };
}

interface StoryRow {
  post_id: string;
  media_kind: string;
  media_id: string;
  created_at: number;
}

function readStories(
  row: PageRow,
  origin: string,
  world: Parameters<typeof keysetPage>[0],
  nowMs: number,
): Record<string, unknown>[] {
  const stories = world.all<StoryRow>(
    `SELECT * FROM page_stories WHERE page_id = ? AND deleted_at IS NULL AND created_at <= ?
     ORDER BY created_at DESC LIMIT 200`,
    row.id,
    nowMs,
  );
  return stories.map((story) => ({
    post_id: story.post_id,
    status: story.created_at + 86_400_000 > nowMs ? 'published' : 'archived',
    creation_time: String(Math.floor(story.created_at / 1000)),
    media_type: story.media_kind,
    media_id: story.media_id,
    url: `${origin}/p/${story.post_id}`,
  }));
}

/** People who are blocked; with `user` only whether that one is. */
function readBlocked(
  world: Parameters<typeof keysetPage>[0],
  row: PageRow,
  { modifiers }: EdgeQuery,
): Record<string, unknown>[] {
  const wanted = modifiers['user'] ?? modifiers['uid'];
  const rows = world.all<{ id: string; name: string | null }>(
    `SELECT person_id AS id, coalesce(
       (SELECT person_name FROM threads WHERE threads.person_id = blocked_people.person_id),
       (SELECT from_name FROM comments WHERE from_id = blocked_people.person_id LIMIT 1)) AS name
     FROM blocked_people WHERE page_id = ? ORDER BY at DESC, person_id`,
    row.id,
  );
  return rows
    .filter(({ id }) => wanted === undefined || wanted === id)
    .map(({ id, name }) => (name === null ? { id } : { name, id }));
}
