import type { NodeKind } from '../world/ids.ts';
import type { World } from '../world/world.ts';

const ownersOf: Partial<Record<NodeKind, string>> = {
  page: 'SELECT id AS page FROM pages WHERE id = ?',
  // A stranger's post stands on no Page.
  post: "SELECT nullif(page_id, '') AS page FROM posts WHERE id = ?",
  photo: 'SELECT page_id AS page FROM photos WHERE id = ?',
  video: 'SELECT page_id AS page FROM videos WHERE id = ?',
  comment: `SELECT coalesce((SELECT nullif(page_id, '') FROM posts WHERE id = object_id),
    (SELECT page_id FROM photos WHERE id = object_id)) AS page FROM comments WHERE id = ?`,
  ig: 'SELECT page_id AS page FROM instagram_accounts WHERE id = ?',
  container: `SELECT page_id AS page FROM containers
    JOIN instagram_accounts ON instagram_accounts.id = ig_id WHERE containers.id = ?`,
  media: `SELECT page_id AS page FROM ig_media
    JOIN instagram_accounts ON instagram_accounts.id = ig_id WHERE ig_media.id = ?`,
  conversation: 'SELECT page_id AS page FROM threads WHERE id = ?',
  message: `SELECT page_id AS page FROM thread_messages
    JOIN threads ON threads.id = thread_id WHERE thread_messages.id = ?`,
  igcomment: `SELECT page_id AS page FROM comments JOIN ig_media ON ig_media.id = object_id
    JOIN instagram_accounts ON instagram_accounts.id = ig_id WHERE comments.id = ?`,
};

/** The Page a thing belongs to; undefined for what belongs to none. */
export function homePageOf(
  world: Pick<World, 'get'>,
  id: string,
  kind: NodeKind,
): string | undefined {
  const sql = ownersOf[kind];
  if (sql === undefined) return undefined;
  return world.get<{ page: string | null }>(sql, id)?.page ?? undefined;
}
