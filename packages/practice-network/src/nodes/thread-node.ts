import { isGranted, missingPermission } from '../graph/access.ts';
import { badParameter } from '../graph/graph-error.ts';
import type { EdgePage, EdgeQuery, NodeType, ReadContext } from '../graph/graph-node.ts';
import { keysetPage } from '../graph/paging.ts';
import { graphTime } from '../practice-clock.ts';
import { dayMs } from '../world/identity.ts';
import type { World } from '../world/world.ts';
import type { PageRow } from './facebook-rows.ts';
import type { Load } from './load.ts';
import type { ThreadMessageRow, ThreadRow } from './thread-rows.ts';

const windowMs = dayMs;
const humanWindowMs = 7 * dayMs;

/** Whether the Page may write: freely, only as a human being, or not until the person writes. */
export function windowOf(
  row: Pick<ThreadRow, 'heard_at'>,
  nowMs: number,
): 'open' | 'human' | 'closed' {
  const quietMs = row.heard_at === null ? Number.POSITIVE_INFINITY : nowMs - row.heard_at;
  if (quietMs < windowMs) return 'open';
  return quietMs < humanWindowMs ? 'human' : 'closed';
}

/** A person or the Page itself, as each network tells it. */
export interface Party {
  id: string;
  name?: string;
  username?: string;
  email?: string;
}

/** Both sides of a conversation: the person, and the Page or its account. */
export function partiesOf(world: World, row: ThreadRow): { person: Party; page: Party } {
  const { page_id: pageId, person_id: id, person_name: name, network } = row;
  if (network === 'fb') {
    const page = world.get<{ name: string }>('SELECT name FROM pages WHERE id = ?', pageId);
    const email = (of: string): string => `${of}@facebook.com`;
    return {
      person: { name, email: email(id), id },
      page: { name: page?.name ?? '', email: email(pageId), id: pageId },
    };
  }
  const account = world.get<{ id: string; username: string }>(
    'SELECT id, username FROM instagram_accounts WHERE page_id = ?',
    pageId,
  );
  return {
    person: { username: name, id },
    page: { username: account?.username ?? '', id: account?.id ?? pageId },
  };
}

function newestMessage(world: World, threadId: string): ThreadMessageRow | undefined {
  return world.get(
    'SELECT * FROM thread_messages WHERE thread_id = ? ORDER BY n DESC LIMIT 1',
    threadId,
  );
}

/** How a conversation is read. */
export function threadType(load: Load): NodeType<ThreadRow> {
  const people = (row: ThreadRow, { world }: ReadContext): { data: Party[] } => {
    const { person, page } = partiesOf(world, row);
    return { data: [person, page] };
  };
  return {
    typeName: 'UnifiedThread',
    spec: 'UnifiedThread',
    defaults: ['updated_time', 'link'],
    fields: {
      updated_time: (row) => graphTime(row.updated_at),
      link: (row) => `/${row.page_id}/inbox/${row.id}/`,
      participants: people,
      senders: people,
      snippet: (row, { world }) => newestMessage(world, row.id)?.text.slice(0, 100),
      unread_count: (row) => row.unread,
      message_count: (row, { world }) =>
        world.get<{ total: number }>(
          'SELECT count(*) AS total FROM thread_messages WHERE thread_id = ?',
          row.id,
        )?.total ?? 0,
      can_reply: (row, { nowMs }) => windowOf(row, nowMs) !== 'closed',
      folder: () => 'inbox',
      is_subscribed: () => true,
      is_owner: () => true,
    },
    edges: {
      messages: (row, query, { world, nowMs }) => {
        const page = keysetPage<ThreadMessageRow>(
          world,
          {
            table: 'thread_messages',
            where: 'thread_id = ? AND created_at <= ?',
            values: [row.id, nowMs],
            sortColumn: 'n',
            direction: 'desc',
          },
          query,
        );
        const nodes = page.rows.map((message) => load(message.id));
        return { ...page, items: nodes.filter((node) => node !== undefined) };
      },
    },
  };
}

/** Conversations of a Page, newest first; Instagram's are asked for by name. */
export function conversationsEdge(
  row: PageRow,
  query: EdgeQuery,
  context: ReadContext,
  load: Load,
): EdgePage {
  const { world, nowMs, settings } = context;
  const { platform = 'messenger', user_id: personId } = query.modifiers;
  const network = { MESSENGER: 'fb', INSTAGRAM: 'ig' }[platform.toUpperCase()];
  if (network === undefined)
    throw badParameter('platform', 'Param platform must be one of {INSTAGRAM, MESSENGER}');
  if (network === 'ig') {
    for (const name of ['instagram_basic', 'instagram_manage_messages'])
      if (!isGranted(world, name)) throw missingPermission(name, 10);
    // The owner can shut other tools out in the app; nothing says so but the empty list.
    if (!settings.instagramMessageAccess) return { items: [], more: false };
  }
  const page = keysetPage<ThreadRow>(
    world,
    {
      table: 'threads',
      // A request that nobody answered is no longer told after thirty days.
      where: `page_id = ? AND network = ? AND created_at <= ?
        AND (network = 'fb' OR answered = 1 OR updated_at > ?) ${personId === undefined ? '' : 'AND person_id = ?'}`,
      values: [
        row.id,
        network,
        nowMs,
        nowMs - 30 * dayMs,
        ...(personId === undefined ? [] : [personId]),
      ],
      sortColumn: 'updated_at',
      direction: 'desc',
    },
    query,
  );
  return {
    ...page,
    items: page.rows.map((thread) => load(thread.id)).filter((node) => node !== undefined),
  };
}
