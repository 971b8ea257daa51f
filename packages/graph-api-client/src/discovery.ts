import type { AccountDiscovery, Business, DiscoveryCalls, ManagedPage } from './identity-types.ts';
import { pageFields, parsePage } from './parse-page.ts';
import { pagingQuery, parseList } from './parse-list.ts';
import { readEveryPage } from './read-every-page.ts';
import { compact, idOf, wordsOf, type Fields } from './read-values.ts';
import type { CallOptions, GraphFailure, GraphResult } from './result.ts';
import type { Sender } from './send.ts';

type PageEdge = 'accounts' | 'owned_pages' | 'client_pages';

/** The Pages a person may use: their own, and those that a business of theirs holds. User token.
 *  Source: Graph API reference, User accounts and businesses, Business owned_pages and client_pages. */
export function discoveryCalls(sender: Sender): DiscoveryCalls {
  const pagesOf = (node: string, edge: PageEdge, options?: CallOptions) =>
    readEveryPage(
      (paging) =>
        sender.read(
          { node, edge, query: { fields: pageFields, ...pagingQuery(paging, 100) } },
          (body) => parseList(body, parsePage),
          options,
        ),
      { keyOf: (page) => page.id },
    );
  const readPageToken: DiscoveryCalls['readPageToken'] = (pageId, options) =>
    sender.read(
      { node: pageId, query: { fields: 'id,access_token' } },
      (body) =>
        idOf(body['id']) === undefined
          ? undefined
          : compact({ token: wordsOf(body['access_token']) }),
      options,
    );
  const businesses: DiscoveryCalls['businesses'] = (options) =>
    readEveryPage(
      (paging) =>
        sender.read(
          {
            node: 'me',
            edge: 'businesses',
            query: { fields: 'id,name', ...pagingQuery(paging, 100) },
          },
          (body) => parseList(body, parseBusiness),
          options,
        ),
      { keyOf: (business) => business.id },
    );
  return {
    accounts: (options) => pagesOf('me', 'accounts', options),
    businesses,
    readPageToken,
    businessPages: ({ businessId, relation }, options) =>
      pagesOf(businessId, relation === 'owned' ? 'owned_pages' : 'client_pages', options),
    discoverAccounts: (options) =>
      discoverAccounts({ pagesOf, businesses, readPageToken }, options),
  };
}

type Reads = Pick<DiscoveryCalls, 'businesses' | 'readPageToken'> & {
  pagesOf(node: string, edge: PageEdge, options?: CallOptions): Promise<GraphResult<ManagedPage[]>>;
};

/** What a business does not show is left out and told: without `business_management` every person would
 *  else have no Pages at all. */
async function discoverAccounts(
  reads: Reads,
  options: CallOptions | undefined,
): Promise<GraphResult<AccountDiscovery>> {
  const own = await reads.pagesOf('me', 'accounts', options);
  if (!own.ok) return own;
  const pages = new Map(own.value.map((page) => [page.id, page]));
  const notRead: GraphFailure[] = [];
  const take = <T>(result: GraphResult<T>): T | undefined => {
    if (!result.ok) notRead.push(result.failure);
    return result.ok ? result.value : undefined;
  };
  for (const business of take(await reads.businesses(options)) ?? []) {
    for (const edge of ['owned_pages', 'client_pages'] as const) {
      for (const page of take(await reads.pagesOf(business.id, edge, options)) ?? []) {
        pages.set(page.id, merged(pages.get(page.id), page, business));
      }
    }
  }
  for (const page of pages.values()) {
    if (page.token !== undefined) continue;
    const token = take(await reads.readPageToken(page.id, options))?.token;
    if (token !== undefined) pages.set(page.id, { ...page, token });
  }
  return { ok: true, value: { pages: [...pages.values()], notRead } };
}

/** The person's own list knows tasks and the token; a business's may know neither. */
function merged(
  known: ManagedPage | undefined,
  page: ManagedPage,
  business: Business,
): ManagedPage {
  return { ...page, ...known, business: known?.business ?? business };
}

function parseBusiness(row: Fields): Business | undefined {
  const id = idOf(row['id']);
  return id === undefined ? undefined : compact({ id, name: wordsOf(row['name']) });
}
