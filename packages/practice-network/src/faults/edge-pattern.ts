import type { NodeKind } from '../world/ids.ts';

/** A request as patterns see it: version taken off, no empty parts. */
export interface SeenRequest {
  method: string;
  segments: readonly string[];
  /** What the first segment names, when it is an id. */
  kind: NodeKind | undefined;
}

const kindNames: Readonly<Record<string, readonly NodeKind[]>> = {
  page: ['page'],
  ig: ['ig'],
  'ig-user': ['ig'],
  post: ['post'],
  'page-post': ['post'],
  photo: ['photo'],
  video: ['video'],
  comment: ['comment', 'igcomment'],
  igcomment: ['igcomment'],
  'ig-comment': ['igcomment'],
  container: ['container'],
  media: ['media'],
  'ig-media': ['media'],
  catalog: ['catalog'],
  catalogue: ['catalog'],
  product: ['product'],
  item: ['product'],
  user: ['user'],
};

/**
 * Whether a pattern such as `POST /{ig}/media_publish`, `GET /{container}`, `POST *` or `*` covers a
 * request. `{name}` stands for an id of that kind (any id when the name is no kind), `*` for anything.
 */
export function coversRequest(pattern: string, request: SeenRequest): boolean {
  const text = pattern.trim();
  const [, method = '*', path = '*'] = /^(?:([A-Za-z*]+)\s+)?(\S+)$/.exec(text) ?? [];
  if (method !== '*' && method.toUpperCase() !== request.method) return false;
  if (path === '*' || path === '/*') return true;
  const parts = path.split('/').filter((part) => part !== '' && !/^v\d+\.\d+$/.test(part));
  // A bare edge name, as in `media_publish`.
  if (parts.length === 1 && !path.startsWith('/')) return request.segments.at(-1) === parts[0];
  // A last star stands for one part or more.
  const open = parts.at(-1) === '*';
  const fixed = open ? parts.slice(0, -1) : parts;
  if (open ? request.segments.length <= fixed.length : request.segments.length !== fixed.length) {
    return false;
  }
  return fixed.every((part, index) =>
    coversSegment(part, request.segments[index] ?? '', index, request),
  );
}

function coversSegment(
  part: string,
  segment: string,
  index: number,
  request: SeenRequest,
): boolean {
  if (part === '*' || part === segment) return true;
  const [, name] = /^\{([\w-]+)\}$/.exec(part) ?? [];
  if (name === undefined) return false;
  const kinds = kindNames[name.toLowerCase().replaceAll('_', '-').replace(/-?id$/, '')];
  if (kinds === undefined || index > 0) return true;
  if (segment === 'me') return kinds.includes('page') || kinds.includes('user');
  // An id that names nothing (any more) may have been of any kind.
  return request.kind === undefined ? /^[\d_]+$/.test(segment) : kinds.includes(request.kind);
}
