import { parseFields, type Selection } from '../graph/fields.ts';
import { makeParams, type Params } from '../graph/params.ts';
import { resolveNode } from '../world/ids.ts';
import type { World } from '../world/world.ts';

/** What a request named: never a value, never an id, never a token. */
export interface RequestShape {
  method: string;
  /** As `{page}/feed`, `me/accounts`, `{media}`, `rupload/ig-api-upload/{id}`. */
  edge: string;
  params: string[];
  /** As `comments`, `comments.from.name`, and modifiers as `comments:limit`. */
  fields: string[];
}

type Values = Readonly<Record<string, unknown>>;

/** The shapes of a request; a batch has one for each part. */
export function requestShapes(
  world: Pick<World, 'get'>,
  method: string,
  path: string,
  values: Values,
): RequestShape[] {
  const parts = path.split('/').filter((part) => part !== '' && !/^v\d+\.\d+$/.test(part));
  if (parts.length === 0 && values['batch'] !== undefined) return batchShapes(world, values);
  const params = makeParams(values);
  return [
    {
      method: overridden(method, params.text('method')),
      edge: parts.map((part, index) => edgePart(world, part, index)).join('/'),
      params: paramNames(params),
      fields: fieldPaths(params.text('fields')).toSorted(),
    },
  ];
}

function paramNames(params: Params): string[] {
  const named = params.names().filter((name) => name !== 'fields' && name !== 'access_token');
  return named.map(plainName).toSorted();
}

function overridden(method: string, wanted: string | undefined): string {
  return method === 'POST' && wanted?.toUpperCase() === 'DELETE' ? 'DELETE' : method;
}

/** The first part names a node, unless it is one of the few words that stand there. */
function edgePart(world: Pick<World, 'get'>, part: string, index: number): string {
  const kind = index === 0 ? resolveNode(world, part)?.kind : undefined;
  if (kind !== undefined) return `{${kind}}`;
  // Behind an edge there are only names of single things.
  if (index < 2 && /^[a-z][a-z_-]*$/.test(part)) return part;
  return index === 0 ? '{unknown}' : '{id}';
}

/** A name that could hide a value is not written down. */
function plainName(name: string): string {
  return /^[a-z][\w]{0,60}$/i.test(name) ? name : '{odd}';
}

function fieldPaths(text: string | undefined): string[] {
  if (text === undefined) return [];
  try {
    const plain = text.startsWith('[') ? (JSON.parse(text) as string[]).join(',') : text;
    return pathsOf(parseFields(plain), '');
  } catch {
    return ['{odd}'];
  }
}

function pathsOf(selections: readonly Selection[], above: string): string[] {
  return selections.flatMap(({ name, modifiers, sub = [] }) => {
    const path = `${above}${plainName(name)}`;
    const modified = Object.keys(modifiers).map((modifier) => `${path}:${plainName(modifier)}`);
    return [path, ...modified, ...pathsOf(sub, `${path}.`)];
  });
}

function batchShapes(world: Pick<World, 'get'>, values: Values): RequestShape[] {
  const params = makeParams(values);
  const whole = { method: 'POST', edge: '', params: paramNames(params), fields: [] };
  return [whole, ...(params.list('batch') ?? []).flatMap((part) => partShapes(world, part))];
}

function partShapes(world: Pick<World, 'get'>, part: unknown): RequestShape[] {
  const { method, relative_url: address, body } = part as Record<string, string | undefined>;
  if (address === undefined || !URL.canParse(address, 'http://127.0.0.1/')) return [];
  const url = new URL(address, 'http://127.0.0.1/');
  const sent = Object.fromEntries(new URLSearchParams(body ?? ''));
  const values = { ...Object.fromEntries(url.searchParams), ...sent };
  return requestShapes(world, method?.toUpperCase() ?? 'GET', url.pathname, values);
}
