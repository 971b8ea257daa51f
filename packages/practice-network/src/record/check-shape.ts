import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describedEdges,
  describedFields,
  describedParams,
  everywhere,
  modifiers,
} from './described-names.ts';
import type { RequestShape } from './request-shape.ts';

interface PublishedEdge {
  method: string;
  endpoint?: string;
  name?: string;
  return: string;
  params: { name: string }[];
}

interface PublishedList {
  apis: PublishedEdge[];
  fields: { name: string; type: string }[];
}

/** The published lists by name. */
export type PublishedLists = ReadonlyMap<string, PublishedList>;

const listsOfNode: Readonly<Record<string, readonly string[]>> = {
  '{page}': ['Page'],
  '{post}': ['PagePost'],
  '{photo}': ['Photo'],
  '{video}': ['AdVideo'],
  '{comment}': ['Comment'],
  '{ig}': ['IGUser'],
  '{media}': ['IGMedia'],
  '{igcomment}': ['IGComment'],
  '{container}': ['ShadowIGMediaBuilder'],
  '{catalog}': ['ProductCatalog'],
  '{product}': ['ProductItem'],
  '{user}': ['User'],
  '{business}': ['Business'],
  '{conversation}': ['UnifiedThread'],
  // Whose token it is, is not written down.
  me: ['User', 'Page'],
};

export function readPublishedLists(
  folder = join(import.meta.dirname, '..', '..', 'specs'),
): PublishedLists {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    names.map((name) => [
      name.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as PublishedList,
    ]),
  );
}

/** What of a request neither the published lists nor the written reference know; empty when all is. */
export function unknownNames(lists: PublishedLists, shape: RequestShape): string[] {
  const described = describedEdges[`${shape.method} ${shape.edge}`];
  if (described !== undefined) {
    const { params, answers = '' } = described;
    return [...wrongParams(shape, params), ...wrongFields(lists, shape, answers)];
  }
  const [node = '', edge = ''] = shape.edge.split('/');
  const more = describedParams[`${shape.method} ${shape.edge}`];
  const owners = listsOfNode[node] ?? (node === '{unknown}' ? [...lists.keys()] : []);
  const tried = owners.flatMap((owner) => {
    const listed = findEdge(lists.get(owner), shape.method, edge);
    if (listed === undefined) return [];
    const params = [...listed.params.map((param) => param.name), ...(more ?? [])];
    const type = edge === '' ? owner : listed.return;
    return [[...wrongParams(shape, params), ...wrongFields(lists, shape, type)]];
  });
  const [best] = tried.toSorted((left, right) => left.length - right.length);
  return best ?? [`no edge ${shape.method} ${shape.edge}`];
}

function findEdge(
  list: PublishedList | undefined,
  method: string,
  edge: string,
): PublishedEdge | undefined {
  const nodeCalls: Readonly<Record<string, string>> = {
    GET: '#get',
    POST: '#update',
    DELETE: '#delete',
  };
  const wanted = edge === '' ? nodeCalls[method] : edge;
  return list?.apis.find((api) => api.method === method && (api.endpoint ?? api.name) === wanted);
}

function wrongParams({ params }: RequestShape, known: readonly string[]): string[] {
  return params
    .filter((name) => !known.includes(name) && !everywhere.includes(name))
    .map((name) => `parameter ${name}`);
}

function wrongFields(lists: PublishedLists, { fields }: RequestShape, type: string): string[] {
  return fields
    .filter((path) => !isKnownPath(lists, type, path.split('.')))
    .map((path) => `field ${path} of ${type}`);
}

/** Walks `comments.from.name`; a last part may carry a modifier, as `comments:limit`. */
function isKnownPath(lists: PublishedLists, type: string, path: readonly string[]): boolean {
  const [first = '', ...further] = path;
  const [name = '', modifier] = first.split(':');
  if (modifier !== undefined && !modifiers.includes(modifier)) return false;
  const list = lists.get(type);
  const isShape = list !== undefined || Object.hasOwn(describedFields, type);
  if (name === 'id' && further.length === 0) return isShape;
  const field = list?.fields.find((one) => one.name === name)?.type;
  const answered = field ?? findEdge(list, 'GET', name)?.return;
  const isDescribed = describedFields[type]?.includes(name) === true;
  if (answered === undefined && !isDescribed) return false;
  return (
    further.length === 0 || isKnownPath(lists, innerType(lists, type, name, answered), further)
  );
}

/** A shape without a list of its own is called after the field that holds it. */
function innerType(lists: PublishedLists, type: string, name: string, answered = ''): string {
  const bare = answered.replace(/^list<(.+)>$/, '$1');
  return lists.has(bare) || Object.hasOwn(describedFields, bare) ? bare : `${type}.${name}`;
}
