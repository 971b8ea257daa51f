import type { GraphNode } from '../graph/graph-node.ts';

/** Reads the node of an id, or undefined when it is not there (yet, any more, or for this asker). */
export type Load = (id: string) => GraphNode | undefined;

/** How long a photo that is in no post lives. */
export const unpublishedLifeMs = 24 * 3_600_000;
