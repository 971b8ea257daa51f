import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type PublishedSpec = {
  apis: { method: string; endpoint?: string; name?: string; params: { name: string }[] }[];
  fields: { name: string }[];
};

const folder = resolve(import.meta.dirname, '../specs');

/** Taken by every list, and so in none of Meta's. */
const everywhere = ['limit', 'after', 'fields'];

/** Names that the published lists lack, each with where it is documented. */
const exceptions: Record<string, readonly string[]> = {
  // Page reference, "tasks" and "picture": returned by /me/accounts, missing in the generated list.
  'Page fields': ['tasks', 'picture'],
  // Multipart file part of photo uploads, Page Photos reference.
  'Page POST photos': ['source'],
};

/** What Meta's generated list knows for an edge (`POST feed`, `#update`) or for `fields` of a node, edges
 *  included, since those can be expanded. Throws when there is no such edge. */
export function publishedNames(file: string, edge: string): string[] {
  const spec = JSON.parse(readFileSync(resolve(folder, `${file}.json`), 'utf8')) as PublishedSpec;
  const extra = exceptions[`${file} ${edge}`] ?? [];
  if (edge === 'fields') {
    const edges = spec.apis.filter((api) => api.method === 'GET').map((api) => api.endpoint ?? '');
    return [...spec.fields.map((field) => field.name), ...edges, ...extra];
  }
  const api = spec.apis.find(
    (one) => edge === one.name || edge === `${one.method} ${one.endpoint}`,
  );
  if (!api) throw new Error(`no such edge: ${file} ${edge}`);
  return [...api.params.map((parameter) => parameter.name), ...everywhere, ...extra];
}

/** The outermost names of a `fields` list. */
export function namesInFields(fields: string): string[] {
  let depth = 0;
  let flat = '';
  for (const letter of fields) {
    if (letter === '{' || letter === '(') depth += 1;
    if (depth === 0) flat += letter;
    if (letter === '}' || letter === ')') depth -= 1;
  }
  return flat.split(',').map((name) => name.split('.')[0] ?? '');
}
