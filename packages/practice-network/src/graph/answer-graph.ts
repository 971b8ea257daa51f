import type { Network } from '../network.ts';
import { inspectToken } from '../login/inspect-token.ts';
import { nodeLoader } from '../nodes/load-node.ts';
import { homePageOf } from '../nodes/home-page.ts';
import { resolveNode, type NodeKind } from '../world/ids.ts';
import { checkAccess, publishRule, readRule } from './access.ts';
import type { Answer, Call, GraphRequest, Routes } from './call.ts';
import { parseFields, type Selection } from './fields.ts';
import { GraphError, missingObject } from './graph-error.ts';
import type { GraphNode, ReadContext } from './graph-node.ts';
import { checkParams } from './param-check.ts';
import type { Params } from './params.ts';
import { edgeQuery, renderNode, renderPage } from './render-node.ts';

/** Carries out a call and answers its JSON value; refusals are thrown. */
export async function answerGraph(
  network: Network,
  routes: Routes,
  request: GraphRequest,
): Promise<unknown> {
  const [first = '', edge = '', ...further] = request.segments;
  if (first === 'debug_token') return inspectToken(network, request);
  const found = further.length > 1 ? undefined : findNode(network, first, request);
  const [tail] = further;
  // One permission is named in the path; nothing else stands behind an edge.
  const place = `${request.method} ${found?.kind}/${edge}`;
  if (found === undefined || (tail !== undefined && place !== 'DELETE user/permissions'))
    throw unknownPath(request.segments.slice(1));
  const nowMs = network.world.clock.now();
  const context: ReadContext = {
    world: network.world,
    settings: request.settings,
    nowMs: request.method === 'GET' ? nowMs - request.staleMs : nowMs,
    owner: request.owner,
    version: request.version,
  };
  const load = nodeLoader(context, network.lists);
  const call: Call = {
    ...request,
    world: network.world,
    nowMs,
    id: found.id,
    kind: found.kind,
    context,
    load,
    ...(tail === undefined ? {} : { tail }),
  };
  const route = routes[`${request.method} ${found.kind}/${edge}`];
  if (route !== undefined) {
    if (edge === '' || found.kind !== 'page') needNode(call, first);
    if (
      checkAccess(network.world, route.rule, request.owner, route.rule === publishRule) === 'empty'
    ) {
      return { data: [] };
    }
    checkOwnership(call, edge);
    checkParams(network.lists, request.method, found.kind, edge, route, request.params, first);
    const answer = await route.run(call);
    return readBack(call, answer);
  }
  if (request.method === 'GET') return readGraph(network, call, edge, first);
  throw unsupported(request.method, first, edge);
}

function findNode(
  network: Network,
  first: string,
  request: GraphRequest,
): { id: string; kind: NodeKind } {
  if (first === 'me') {
    return { id: request.owner.id, kind: request.owner.kind };
  }
  const found = resolveNode(network.world, first);
  if (found !== undefined) return found;
  if (/^([\d_]+|[mt]_.+|aWd.+)$/.test(first))
    throw missingObject(first, request.method.toLowerCase());
  throw new GraphError(803, `(#803) Some of the aliases you requested do not exist: ${first}`, {
    status: 404,
  });
}

/** A Page token is at home on its Page and that Page's account only. */
function checkOwnership({ world, owner, method, kind, id }: Call, edge: string): void {
  if (owner.kind !== 'page') return;
  const home = homePageOf(world, id, kind);
  if (home === undefined || home === owner.id) return;
  // Of a Page of somebody else only its public face is seen.
  if (method === 'GET' && kind === 'page' && edge === '') return;
  throw missingObject(id, method.toLowerCase());
}

function needNode(call: Call, spelling: string): GraphNode {
  const node = call.load(call.id);
  if (node === undefined) throw missingObject(spelling, 'get');
  return node;
}

function readGraph(network: Network, call: Call, edge: string, spelling: string): unknown {
  const node = needNode(call, spelling);
  checkOwnership(call, edge);
  const rule = readRule(call.kind, edge);
  if (checkAccess(network.world, rule, call.owner, false) === 'empty' && edge !== '')
    return { data: [] };
  if (call.settings.pageTokenBlindOnInstagram && isSingleInstagram(call, edge)) {
    throw missingObject(spelling);
  }
  checkParams(network.lists, 'GET', call.kind, edge, undefined, call.params, spelling);
  const fields = readFields(call.params);
  if (edge === '') return renderNode(node, fields, call.context);
  const modifiers = textValues(call.params);
  const page = node.edge(edge, edgeQuery(modifiers));
  if (page === undefined) {
    if (!node.knows(edge) || node.field(edge) !== undefined) throw unknownPath([edge]);
    // A listed edge that a practice world has nothing for.
    return { data: [] };
  }
  const { access_token: _token, ...kept } = modifiers;
  return renderPage(page, fields, call.context, `${call.id}/${edge}`, kept);
}

function isSingleInstagram(call: Call, edge: string): boolean {
  return (
    call.owner.kind === 'page' &&
    edge === '' &&
    (call.kind === 'container' || call.kind === 'media')
  );
}

function readFields(params: Params): Selection[] | undefined {
  const text = params.list('fields')?.every((part) => typeof part === 'string')
    ? params.text('fields')
    : undefined;
  if (text === undefined) return undefined;
  return parseFields(text.startsWith('[') ? (JSON.parse(text) as string[]).join(',') : text);
}

function textValues(params: Params): Record<string, string> {
  return Object.fromEntries(params.names().map((name) => [name, params.text(name) ?? '']));
}

/** `fields` on a writing call reads the new thing back in the same answer. */
function readBack(call: Call, answer: Answer): Answer {
  const fields = call.method === 'GET' ? undefined : readFields(call.params);
  const id = answer['id'];
  if (fields === undefined || typeof id !== 'string') return answer;
  const node = call.load(id);
  return node === undefined ? answer : { ...answer, ...renderNode(node, fields, call.context) };
}

function unknownPath(parts: readonly string[]): GraphError {
  return new GraphError(2500, `Unknown path components: /${parts.join('/')}`);
}

function unsupported(method: string, id: string, edge: string): GraphError {
  if (edge === '') return missingObject(id, method.toLowerCase());
  return new GraphError(edge === '' ? 100 : 2500, `Unknown path components: /${edge}`, {
    type: 'OAuthException',
  });
}
