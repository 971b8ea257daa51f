import type {
  GrantedPermission,
  IdentityCalls,
  InstagramProfile,
  LinkedInstagram,
  ManagedPage,
  TokenFacts,
} from './identity-types.ts';
import { pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  expiryOf,
  fieldsOf,
  flagOf,
  idOf,
  listOf,
  numberOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import type { CallOptions, GraphResult, ListPage } from './result.ts';
import type { Sender } from './send.ts';

const pageFields =
  'id,name,username,access_token,category,tasks,picture{url},link,is_published,' +
  'instagram_business_account{id,username,name,profile_picture_url}';
/** Nobody manages more Pages than this; a list that does not end is broken. */
const maxPagesOfPages = 50;

/** Whom a token speaks for. Source: Graph API reference, User, Page and debug_token. */
export function identityCalls(sender: Sender): IdentityCalls {
  return {
    me: (options) => sender.read({ node: 'me', query: { fields: 'id,name' } }, parseMe, options),
    permissions: (options) =>
      sender.read(
        { node: 'me', edge: 'permissions' },
        (body) => parseList(body, parsePermission)?.items,
        options,
      ),
    accounts: (options) => readAllPages(sender, options),
    // The one read that carries a token as a parameter: the network offers no other way.
    debugToken: (inputToken, options) =>
      sender.read(
        { node: 'debug_token', query: { input_token: inputToken }, secrets: [inputToken] },
        (body) => parseTokenFacts(fieldsOf(body['data'])),
        options,
      ),
    readInstagramProfile: (igId, options) =>
      sender.read(
        {
          node: igId,
          query: {
            fields:
              'id,username,name,profile_picture_url,media_count,shopping_product_tag_eligibility',
          },
        },
        parseProfile,
        options,
      ),
  };
}

async function readAllPages(
  sender: Sender,
  options: CallOptions | undefined,
): Promise<GraphResult<ManagedPage[]>> {
  const found = new Map<string, ManagedPage>();
  let after: string | undefined;
  for (let round = 0; round < maxPagesOfPages; round += 1) {
    const result: GraphResult<ListPage<ManagedPage>> = await sender.read(
      {
        node: 'me',
        edge: 'accounts',
        query: {
          fields: pageFields,
          ...pagingQuery({ ...(after !== undefined && { after }) }, 100),
        },
      },
      (body) => parseList(body, parsePage),
      options,
    );
    if (!result.ok) return result;
    const knownBefore = found.size;
    for (const page of result.value.items) found.set(page.id, page);
    const next = result.value.after;
    const isStuck = next === after || (result.value.items.length > 0 && found.size === knownBefore);
    if (next === undefined || isStuck) break;
    after = next;
  }
  return { ok: true, value: [...found.values()] };
}

function parseMe(body: Fields): { id: string; name?: string } | undefined {
  const id = idOf(body['id']);
  return id === undefined ? undefined : compact({ id, name: wordsOf(body['name']) });
}

function parsePermission(row: Fields): GrantedPermission | undefined {
  const permission = wordsOf(row['permission']);
  const status = wordsOf(row['status']);
  return permission !== undefined && status !== undefined ? { permission, status } : undefined;
}

function parsePage(row: Fields): ManagedPage | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    name: textOf(row['name']) ?? id,
    username: wordsOf(row['username']),
    token: wordsOf(row['access_token']),
    category: wordsOf(row['category']),
    tasks: listOf(row['tasks']).filter((task) => typeof task === 'string'),
    pictureUrl: wordsOf(fieldsOf(fieldsOf(row['picture'])?.['data'])?.['url']),
    link: wordsOf(row['link']),
    isPublished: flagOf(row['is_published']),
    instagram: parseLinked(fieldsOf(row['instagram_business_account'])),
  });
}

function parseLinked(row: Fields | undefined): LinkedInstagram | undefined {
  const id = idOf(row?.['id']);
  if (id === undefined || !row) return undefined;
  return compact({
    id,
    username: wordsOf(row['username']),
    name: wordsOf(row['name']),
    pictureUrl: wordsOf(row['profile_picture_url']),
  });
}

function parseProfile(body: Fields): InstagramProfile | undefined {
  const linked = parseLinked(body);
  return (
    linked && {
      ...linked,
      ...compact({
        mediaCount: numberOf(body['media_count']),
        canTagProducts: flagOf(body['shopping_product_tag_eligibility']),
      }),
    }
  );
}

function parseTokenFacts(data: Fields | undefined): TokenFacts | undefined {
  const isValid = flagOf(data?.['is_valid']);
  if (isValid === undefined || !data) return undefined;
  return compact({
    isValid,
    type: wordsOf(data['type']),
    appId: idOf(data['app_id']),
    userId: idOf(data['user_id']),
    profileId: idOf(data['profile_id']),
    expiresAt: expiryOf(data['expires_at']),
    dataAccessExpiresAt: expiryOf(data['data_access_expires_at']),
    scopes: listOf(data['scopes']).filter((scope) => typeof scope === 'string'),
  });
}
