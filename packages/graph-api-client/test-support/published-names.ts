import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Parameter = { name: string; type: string; required: boolean };
type PublishedSpec = {
  apis: { method: string; endpoint?: string; name?: string; params: Parameter[] }[];
  fields: { name: string }[];
};
type PublishedEnum = { name: string; values: string[] };

const folder = resolve(import.meta.dirname, '../specs');

/** Taken by every list, and so in none of Meta's. */
const everywhere = ['limit', 'after', 'fields'];

/** Names that the published lists lack, each with where it is documented. */
const exceptions: Record<string, readonly string[]> = {
  // Page reference, "tasks" and "picture": returned by /me/accounts, missing in the generated list.
  'Page fields': ['tasks', 'picture'],
  // Multipart file part of photo uploads, Page Photos reference.
  'Page POST photos': ['source'],
  // Multipart file part of messages, Messenger Platform, attachment upload.
  'Page POST messages': ['filedata'],
};

/** What there is no published list of: the attachments of a story, Post reference. */
const unlisted = new Set(['PagePost.attachments']);

/** Which list knows the names inside `name{…}`. */
const nestedSpecs: Record<string, string> = {
  'Page.instagram_business_account': 'IGUser',
  'Page.picture': 'ProfilePictureSource',
  'Comment.from': 'Profile',
  'Comment.parent': 'Comment',
  'IGComment.from': 'IGCommentFromUser',
  'IGComment.replies': 'IGComment',
  'ShadowIGUserCatalogProductSearch.product_variants': 'ShadowIGUserCatalogProductVariant',
};

function readSpec<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(folder, `${file}.json`), 'utf8')) as T;
}

function parametersOf(file: string, edge: string): Parameter[] {
  const api = readSpec<PublishedSpec>(file).apis.find(
    (one) => edge === one.name || edge === `${one.method} ${one.endpoint}`,
  );
  if (!api) throw new Error(`no such edge: ${file} ${edge}`);
  return api.params;
}

/** What Meta's generated list knows for an edge (`POST feed`, `#update`) or for `fields` of a node, edges
 *  included, since those can be expanded. Throws when there is no such edge. */
export function publishedNames(file: string, edge: string): string[] {
  const extra = exceptions[`${file} ${edge}`] ?? [];
  if (edge === 'fields') {
    const spec = readSpec<PublishedSpec>(file);
    const edges = spec.apis.filter((api) => api.method === 'GET').map((api) => api.endpoint ?? '');
    return [...spec.fields.map((field) => field.name), ...edges, ...extra];
  }
  const names = parametersOf(file, edge).map((parameter) => parameter.name);
  return [...names, ...everywhere, ...extra];
}

/** Parameters without which the edge is refused. */
export function requiredNames(file: string, edge: string): string[] {
  return parametersOf(file, edge)
    .filter((parameter) => parameter.required)
    .map((parameter) => parameter.name);
}

/** The words a parameter takes, in small letters; undefined when it takes any. */
export function publishedValues(file: string, edge: string, name: string): string[] | undefined {
  const type = parametersOf(file, edge).find((parameter) => parameter.name === name)?.type;
  const enumName = type?.replace(/^list<(.+)>$/, '$1');
  const found = readSpec<PublishedEnum[]>('enum_types').find((one) => one.name === enumName);
  return found?.values.map((value) => String(value).toLowerCase());
}

export type FieldTree = { name: string; inner: FieldTree }[];

/** `id,from{id,name},comments.limit(0)` as a tree of names. */
export function fieldTree(fields: string): FieldTree {
  const root: FieldTree = [];
  const open: FieldTree[] = [root];
  for (const [part] of fields.matchAll(/[a-z_]+(?:\.[a-z_]+\([^)]*\))*|[{}]/gi)) {
    const level = open.at(-1) ?? root;
    if (part === '{') open.push(level.at(-1)?.inner ?? []);
    else if (part === '}') open.pop();
    else level.push({ name: part.split('.')[0] ?? '', inner: [] });
  }
  return root;
}

/** Names in a `fields` list, at any depth, that nobody published. */
export function unpublishedFields(file: string, fields: FieldTree): string[] {
  const known = publishedNames(file, 'fields');
  return fields.flatMap(({ name, inner }) => {
    const path = `${file}.${name}`;
    if (!known.includes(name)) return [path];
    if (inner.length === 0 || unlisted.has(path)) return [];
    const nested = nestedSpecs[path];
    return nested === undefined ? [`${path}{…}`] : unpublishedFields(nested, inner);
  });
}
