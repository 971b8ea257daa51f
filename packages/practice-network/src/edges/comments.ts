import { commentId } from '../nodes/comment-node.ts';
import type { CommentRow } from '../nodes/facebook-rows.ts';
import type { KeptAttachment } from '../nodes/thread-rows.ts';
import { seededFraction } from '../seeded-random.ts';
import { listLagMs } from '../world/delays.ts';
import { newNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import type { Settings } from '../world/settings.ts';
import type { World } from '../world/world.ts';

export interface NewComment {
  network: 'fb' | 'ig';
  objectId: string;
  parentId?: string;
  fromId: string;
  fromName: string;
  message: string;
  createdAtMs: number;
  /** When it shows; later than its own time for comments that arrive late. */
  arrivedAtMs?: number;
  own?: boolean;
  /** A photo of the Page that goes with it. */
  photoId?: string | undefined;
  /** What a customer put into it. */
  attachment?: KeptAttachment | undefined;
  by: string;
}

/** Adds a comment; an answer to an answer lands under the top comment. Answers the bare id. */
export function addComment(world: World, settings: Settings, comment: NewComment): string {
  const id = newNode(world, comment.network === 'fb' ? 'comment' : 'igcomment');
  const parent = comment.parentId === undefined ? undefined : readComment(world, comment.parentId);
  const parentId = parent === undefined ? null : (parent.parent_id ?? parent.id);
  const arrivedAtMs = Math.round(comment.arrivedAtMs ?? comment.createdAtMs);
  world.run(
    `INSERT INTO comments (id, network, object_id, parent_id, from_id, from_name, message,
       created_at, arrived_at, counted_at, rank, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    comment.network,
    comment.objectId,
    parentId,
    comment.fromId,
    comment.fromName,
    comment.message,
    // The network tells whole seconds.
    Math.floor(comment.createdAtMs / 1000) * 1000,
    arrivedAtMs,
    arrivedAtMs + listLagMs(world, settings, 120_000, id),
    Math.floor(seededFraction(world.seed, 'rank', id) * 1_000_000),
    comment.own === true ? 1 : 0,
  );
  if (comment.photoId !== undefined)
    world.run('INSERT INTO comment_photos VALUES (?, ?)', id, comment.photoId);
  if (comment.attachment !== undefined) {
    const kept = JSON.stringify(comment.attachment);
    world.run('INSERT INTO comment_attachments VALUES (?, ?)', id, kept);
  }
  world.run(
    'UPDATE posts SET updated_at = max(updated_at, ?) WHERE id = ?',
    arrivedAtMs,
    comment.objectId,
  );
  const spell = (bare: string): string =>
    commentId({ id: bare, object_id: comment.objectId, network: comment.network });
  noteEffect(
    world,
    parentId === null ? 'comment' : 'reply',
    spell(id),
    {
      rootId: comment.objectId,
      ...(parentId === null ? {} : { parentId: spell(parentId) }),
      text: comment.message,
      ...(comment.photoId === undefined ? {} : { photoIds: [comment.photoId] }),
      by: comment.by,
    },
    arrivedAtMs,
  );
  return id;
}

export function readComment(world: World, id: string): CommentRow | undefined {
  return world.get<CommentRow>('SELECT * FROM comments WHERE id = ?', id);
}

/** What stood under a post or a media goes with it; nobody else is told. */
export function removeCommentsOf(world: World, objectId: string, nowMs: number): void {
  world.run(
    'UPDATE comments SET deleted_at = ? WHERE object_id = ? AND deleted_at IS NULL',
    nowMs,
    objectId,
  );
}

/** Takes a comment and its answers away. */
export function removeComment(world: World, id: string, nowMs: number, by: string): void {
  const changed = world.run(
    'UPDATE comments SET deleted_at = ? WHERE (id = ? OR parent_id = ?) AND deleted_at IS NULL',
    nowMs,
    id,
    id,
  );
  const row = changed === 0 ? undefined : readComment(world, id);
  if (row !== undefined)
    noteEffect(world, 'delete', commentId(row), { rootId: row.object_id, by }, nowMs);
}
