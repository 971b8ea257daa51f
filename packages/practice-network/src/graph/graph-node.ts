import type { World } from '../world/world.ts';
import type { Settings } from '../world/settings.ts';
import type { RowType } from './row-types.ts';
import type { TokenOwner } from './token-owner.ts';

/** What a read needs to know of its asker. `nowMs` may lie in the past when reads are stale. */
export interface ReadContext {
  world: World;
  settings: Settings;
  nowMs: number;
  owner: TokenOwner;
  version: string;
}

/** How an edge is asked: by the address or by field expansion. */
export interface EdgeQuery {
  limit?: number;
  after?: string;
  before?: string;
  modifiers: Record<string, string>;
}

/** A page of an edge. `after` is there when more follows. */
export interface EdgePage {
  items: readonly unknown[];
  firstCursor?: string;
  lastCursor?: string;
  more: boolean;
  fewer?: boolean;
  summary?: Record<string, unknown>;
  /** What the items are, where they are no nodes. */
  rowType?: RowType;
  /** A list by time is followed by the same stretch before and after. */
  span?: { sinceMs: number; untilMs: number };
}

/** A thing with fields and edges, ready to be written as JSON. */
export interface GraphNode {
  readonly isGraphNode: true;
  readonly id: string;
  readonly typeName: string;
  readonly defaults: readonly string[];
  /** Whether the name exists on this type at all, seen or not. */
  knows(name: string): boolean;
  field(name: string): unknown;
  edge(name: string, query: EdgeQuery): EdgePage | undefined;
}

/** How a kind of node is read. Fields answering undefined are left out, as unseen ones are. */
export interface NodeType<Row> {
  typeName: string;
  /** The field list it is checked against, where one is published. */
  spec?: string;
  /** Names that work although the list lacks them. */
  extra?: readonly string[];
  defaults: readonly string[];
  fields: Record<string, (row: Row, context: ReadContext) => unknown>;
  edges: Record<string, (row: Row, query: EdgeQuery, context: ReadContext) => EdgePage>;
}

/** Makes a node of a row. */
export function nodeOf<Row>(
  type: NodeType<Row>,
  id: string,
  row: Row,
  context: ReadContext,
  specKnows: (spec: string, name: string) => boolean,
): GraphNode {
  return {
    isGraphNode: true,
    id,
    typeName: type.typeName,
    defaults: type.defaults,
    knows: (name) =>
      Object.hasOwn(type.fields, name) ||
      Object.hasOwn(type.edges, name) ||
      (type.extra?.includes(name) ?? false) ||
      (type.spec !== undefined && specKnows(type.spec, name)),
    field: (name) =>
      Object.hasOwn(type.fields, name) ? type.fields[name]?.(row, context) : undefined,
    edge: (name, query) =>
      Object.hasOwn(type.edges, name) ? type.edges[name]?.(row, query, context) : undefined,
  };
}

export function isGraphNode(value: unknown): value is GraphNode {
  return typeof value === 'object' && value !== null && 'isGraphNode' in value;
}
