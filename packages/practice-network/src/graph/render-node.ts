import type { Selection } from './fields.ts';
import { GraphError } from './graph-error.ts';
import type { EdgePage, EdgeQuery, GraphNode, ReadContext } from './graph-node.ts';
import { isGraphNode } from './graph-node.ts';

/** Writes a node with the fields asked for, or its few usual ones. */
export function renderNode(
  node: GraphNode,
  selections: readonly Selection[] | undefined,
  context: ReadContext,
): Record<string, unknown> {
  const wanted: readonly Selection[] =
    selections ?? node.defaults.map((name) => ({ name, alias: name, modifiers: {} }));
  const shown: Record<string, unknown> = {};
  for (const selection of wanted) {
    if (selection.name !== 'id' && !node.knows(selection.name)) throw unknownField(selection, node);
    const value = readSelection(node, selection, context);
    if (value !== undefined) shown[selection.alias] = value;
  }
  return { ...shown, id: node.id };
}

function readSelection(node: GraphNode, selection: Selection, context: ReadContext): unknown {
  if (selection.name === 'id') return node.id;
  const value = node.field(selection.name);
  if (value !== undefined) return project(value, selection.sub, context);
  const page = node.edge(selection.name, edgeQuery(selection.modifiers));
  if (page === undefined) return undefined;
  const body = renderPage(page, selection.sub, context, `${node.id}/${selection.name}`, {
    ...selection.modifiers,
  });
  // An empty expanded edge is left out unless its summary was asked for.
  return page.items.length === 0 && body.summary === undefined ? undefined : body;
}

/** Also of an empty list the fields are known. */
function checkRows({ rowType }: EdgePage, selections: readonly Selection[] | undefined): void {
  if (rowType === undefined) return;
  const wrong = selections?.find(({ name }) => name !== 'id' && !rowType.names.has(name));
  if (wrong !== undefined) throw unknownField(wrong, rowType);
}

function unknownField(selection: Selection, node: Pick<GraphNode, 'typeName'>): GraphError {
  return new GraphError(
    100,
    `(#100) Tried accessing nonexisting field (${selection.name}) on node type (${node.typeName})`,
  );
}

/** Paging and order out of a query string or of field modifiers. */
export function edgeQuery(modifiers: Record<string, string>): EdgeQuery {
  const { limit, after, before } = modifiers;
  if (limit !== undefined && !/^\d{1,6}$/.test(limit)) {
    throw new GraphError(100, '(#100) param limit must be non-negative');
  }
  return {
    modifiers,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(after === undefined || after === '' ? {} : { after }),
    ...(before === undefined || before === '' ? {} : { before }),
  };
}

function project(
  value: unknown,
  sub: readonly Selection[] | undefined,
  context: ReadContext,
): unknown {
  if (isGraphNode(value)) return renderNode(value, sub, context);
  if (sub === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => project(item, sub, context));
  const object = value as Record<string, unknown>;
  if (Array.isArray(object['data']))
    return { ...object, data: project(object['data'], sub, context) };
  const shown: Record<string, unknown> = {};
  for (const selection of sub) {
    const inner = Object.hasOwn(object, selection.name) ? object[selection.name] : undefined;
    if (inner !== undefined) shown[selection.alias] = project(inner, selection.sub, context);
  }
  return object['id'] === undefined ? shown : { ...shown, id: object['id'] };
}

/** Writes a page of an edge with its paging; `next` carries the token, as the real one does. */
export function renderPage(
  page: EdgePage,
  selections: readonly Selection[] | undefined,
  context: ReadContext,
  path: string,
  params: Record<string, string>,
): Record<string, unknown> & { data: unknown[]; summary?: unknown } {
  checkRows(page, selections);
  const data = page.items.map((item) => project(item, selections, context));
  const address = (cursor: Record<string, string>): string => {
    const { after: _after, before: _before, ...kept } = params;
    const search = new URLSearchParams({ access_token: context.owner.token, ...kept, ...cursor });
    return `${context.world.origin()}/${context.version}/${path}?${search.toString()}`;
  };
  const { firstCursor: before, lastCursor: after } = page;
  const paging =
    before === undefined || after === undefined
      ? spanPaging(page, address)
      : {
          cursors: { before, after },
          ...(page.more ? { next: address({ after }) } : {}),
          ...(page.fewer === true ? { previous: address({ before }) } : {}),
        };
  return {
    data,
    ...(paging === undefined ? {} : { paging }),
    ...(page.summary === undefined ? {} : { summary: page.summary }),
  };
}

/** Numbers by time have no cursors: the stretches next to them are asked for by their ends. */
function spanPaging(
  { span }: EdgePage,
  address: (ends: Record<string, string>) => string,
): { previous: string; next: string } | undefined {
  if (span === undefined) return undefined;
  const [since, until] = [Math.floor(span.sinceMs / 1000), Math.floor(span.untilMs / 1000)];
  const stretch = (from: number): string =>
    address({ since: String(from), until: String(from + until - since) });
  return { previous: stretch(since - (until - since)), next: stretch(until) };
}
