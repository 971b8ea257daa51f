import type { Route } from './call.ts';
import { GraphError } from './graph-error.ts';
import type { Params } from './params.ts';
import type { SpecLists } from './spec-lists.ts';

/** Taken on every call; the last five are heard and ignored, as they no longer do anything. */
const everywhere = new Set([
  'access_token',
  'appsecret_proof',
  'appsecret_time',
  'fields',
  'method',
  'locale',
  'format',
  'suppress_http_code',
  'id',
  'limit',
  'after',
  'before',
  'since',
  'until',
  'offset',
  'summary',
  'order',
  'filter',
  'metadata',
  'include_headers',
  'return_ssl_resources',
  'ids',
  'pretty',
  'debug',
  'date_format',
  'client_mutation_id',
]);

const specOfKind: Readonly<Record<string, string>> = {
  business: 'Business',
  conversation: 'UnifiedThread',
  page: 'Page',
  post: 'PagePost',
  photo: 'Photo',
  video: 'AdVideo',
  comment: 'Comment',
  ig: 'IGUser',
  media: 'IGMedia',
  igcomment: 'IGComment',
  container: 'ShadowIGMediaBuilder',
  catalog: 'ProductCatalog',
  product: 'ProductItem',
  user: 'User',
};

/** Refuses parameters that no published list has. */
export function checkParams(
  lists: SpecLists,
  method: string,
  kind: string,
  edge: string,
  route: Route | undefined,
  params: Params,
  spelling: string,
): void {
  const file = route?.spec?.[0] ?? specOfKind[kind];
  const endpoint = route?.spec?.[1] ?? (edge === '' ? nodeEndpoint(method) : edge);
  const listed = file === undefined ? undefined : lists.params(file, method, endpoint);
  const unknown = params
    .names()
    .filter(
      (name) =>
        !everywhere.has(name) &&
        listed?.has(name) !== true &&
        route?.extra?.includes(name) !== true,
    );
  const [first] = unknown;
  if (first !== undefined) {
    throw new GraphError(
      100,
      `(#100) Unknown parameter (${first}) on ${method} /${spelling}${edge === '' ? '' : `/${edge}`}`,
      {
        data: { blame_field_specs: [[first]] },
      },
    );
  }
}

function nodeEndpoint(method: string): string {
  if (method === 'GET') return '#get';
  return method === 'DELETE' ? '#delete' : '#update';
}
