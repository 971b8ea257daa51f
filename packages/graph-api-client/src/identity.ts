import type {
  GrantedPermission,
  IdentityCalls,
  InstagramProfile,
  PageDetail,
  TokenFacts,
} from './identity-types.ts';
import { isSuccess, parseList } from './parse-list.ts';
import { parseLinked } from './parse-page.ts';
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
import type { Sender } from './send.ts';

const detailFields =
  'id,name,link,is_published,can_post,has_transitioned_to_new_page_experience,verification_status,' +
  'fan_count,followers_count,unread_message_count,' +
  'instagram_business_account{id,username,name,profile_picture_url}';
const profileFields =
  'id,username,name,biography,website,profile_picture_url,media_count,followers_count,' +
  'follows_count,shopping_product_tag_eligibility,shopping_review_status';

/** Whom a token speaks for and what it may. Source: Graph API reference, User, Page, IG User and
 *  debug_token. */
export function identityCalls(sender: Sender): IdentityCalls {
  return {
    me: (options) => sender.read({ node: 'me', query: { fields: 'id,name' } }, parseMe, options),
    permissions: (options) =>
      sender.read(
        { node: 'me', edge: 'permissions' },
        (body) => parseList(body, parsePermission)?.items,
        options,
      ),
    revokePermissions: ({ permission } = {}, options) =>
      sender.write(
        { node: 'me', edge: 'permissions', method: 'DELETE', query: { permission } },
        (body) => (isSuccess(body) ? { revoked: true } : undefined),
        options,
      ),
    // The one read that carries a token as a parameter: the network offers no other way.
    debugToken: (inputToken, options) =>
      sender.read(
        { node: 'debug_token', query: { input_token: inputToken }, secrets: [inputToken] },
        (body) => parseTokenFacts(fieldsOf(body['data'])),
        options,
      ),
    readPage: (pageId, options) =>
      sender.read({ node: pageId, query: { fields: detailFields } }, parseDetail, options),
    readInstagramProfile: (igId, options) =>
      sender.read({ node: igId, query: { fields: profileFields } }, parseProfile, options),
  };
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

function parseDetail(body: Fields): PageDetail | undefined {
  const id = idOf(body['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    name: wordsOf(body['name']),
    link: wordsOf(body['link']),
    isPublished: flagOf(body['is_published']),
    canPost: flagOf(body['can_post']),
    isNewPage: flagOf(body['has_transitioned_to_new_page_experience']),
    verificationStatus: wordsOf(body['verification_status']),
    fanCount: numberOf(body['fan_count']),
    followerCount: numberOf(body['followers_count']),
    unreadMessageCount: numberOf(body['unread_message_count']),
    instagram: parseLinked(fieldsOf(body['instagram_business_account'])),
  });
}

function parseProfile(body: Fields): InstagramProfile | undefined {
  const linked = parseLinked(body);
  if (!linked) return undefined;
  const review = body['shopping_review_status'];
  return {
    ...linked,
    ...compact({
      biography: wordsOf(body['biography']),
      website: wordsOf(body['website']),
      mediaCount: numberOf(body['media_count']),
      followerCount: numberOf(body['followers_count']),
      followsCount: numberOf(body['follows_count']),
      canTagProducts: flagOf(body['shopping_product_tag_eligibility']),
      shoppingReviewStatus: wordsOf(fieldsOf(review)?.['status']) ?? wordsOf(review),
    }),
  };
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
    issuedAt: expiryOf(data['issued_at']),
    scopes: textsOf(data['scopes']),
    granular: listOf(data['granular_scopes'])
      .map((row) => parseGranular(fieldsOf(row)))
      .filter((row) => row !== undefined),
    error: parseTokenError(fieldsOf(data['error'])),
  });
}

function parseGranular(row: Fields | undefined): TokenFacts['granular'][number] | undefined {
  const scope = wordsOf(row?.['scope']);
  if (scope === undefined) return undefined;
  const targets = row?.['target_ids'];
  return compact({ scope, targetIds: Array.isArray(targets) ? idsOf(targets) : undefined });
}

function parseTokenError(row: Fields | undefined): TokenFacts['error'] | undefined {
  if (!row) return undefined;
  return compact({
    code: numberOf(row['code']),
    subcode: numberOf(row['subcode']),
    message: textOf(row['message']) ?? '',
  });
}

function idsOf(list: unknown[]): string[] {
  return list.map(idOf).filter((id) => id !== undefined);
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((text) => typeof text === 'string');
}
