import type { MentionRow } from '../edges/mentions.ts';
import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { keysetPage } from '../graph/paging.ts';
import type { RowType } from '../graph/row-types.ts';
import { graphTime } from '../practice-clock.ts';

/** Where others tagged the Page or the account, newest first. */
export function mentionsEdge(
  ownerId: string,
  query: EdgeQuery,
  { world, nowMs }: ReadContext,
  rowType: RowType,
): EdgePage {
  const { rows, ...page } = keysetPage<MentionRow>(
    world,
    {
      table: 'mentions',
      where: 'owner_id = ? AND created_at <= ?',
      values: [ownerId, nowMs],
      sortColumn: 'created_at',
      direction: 'desc',
    },
    query,
  );
  const tell = (row: MentionRow) => (row.network === 'fb' ? asPost(row) : asMedia(row));
  const items = rows.map((row) => ({
    ...tell(row),
    [row.network === 'fb' ? 'permalink_url' : 'permalink']: `${world.origin()}/p/${row.id}`,
  }));
  return { ...page, items, rowType };
}

function asPost({ id, text, from_id: fromId, from_name: name, created_at: at }: MentionRow) {
  return { id, message: text, from: { name, id: fromId }, created_time: graphTime(at) };
}

function asMedia({ id, text, from_name: username, created_at: at }: MentionRow) {
  return { id, caption: text, username, timestamp: graphTime(at), media_type: 'IMAGE' };
}
