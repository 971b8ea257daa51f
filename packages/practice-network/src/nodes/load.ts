import type { GraphNode } from '../graph/graph-node.ts';
import type { PhotoRow } from './facebook-rows.ts';

/** Reads the node of an id, or undefined when it is not there (yet, any more, or for this asker). */
export type Load = (id: string) => GraphNode | undefined;

/** How long a photo that is in no post lives. */
export const unpublishedLifeMs = 24 * 3_600_000;

/** Whether a photo has waited in vain for a post to show it. */
export function hasLapsed(row: PhotoRow, nowMs: number): boolean {
  return row.post_id === null && row.temporary === 0 && row.created_at + unpublishedLifeMs <= nowMs;
}
