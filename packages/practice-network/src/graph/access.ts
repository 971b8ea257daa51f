import { dataAccessLapsed, isUnticked } from '../login/issue-tokens.ts';
import { tasksOf } from '../world/account-facts.ts';
import type { World } from '../world/world.ts';
import type { AccessRule } from './call.ts';
import { GraphError } from './graph-error.ts';
import type { TokenOwner } from './token-owner.ts';

export const publishRule: AccessRule = {
  token: 'page',
  needs: ['pages_manage_posts', 'pages_read_engagement'],
  refusal: 200,
  task: 'CREATE_CONTENT',
};
export const engageRule: AccessRule = {
  token: 'page',
  needs: ['pages_manage_engagement'],
  refusal: 200,
  task: 'MODERATE',
};
export const pageReadRule: AccessRule = { needs: ['pages_read_engagement'], refusal: 10 };
export const pageCommentsRule: AccessRule = {
  needs: ['pages_read_engagement', 'pages_read_user_content'],
  refusal: 10,
  emptyForUser: true,
};
export const instagramReadRule: AccessRule = {
  needs: ['instagram_basic', 'pages_read_engagement'],
  refusal: 10,
};
export const instagramPublishRule: AccessRule = {
  needs: ['instagram_content_publish', 'instagram_basic', 'pages_read_engagement'],
  refusal: 10,
  task: 'CREATE_CONTENT',
};
export const instagramCommentsRule: AccessRule = {
  needs: ['instagram_manage_comments', 'instagram_basic'],
  refusal: 10,
};
export const shoppingRule: AccessRule = {
  token: 'user',
  needs: ['instagram_shopping_tag_products', 'catalog_management'],
  refusal: 10,
};
export const catalogueRule: AccessRule = {
  token: 'user',
  needs: ['catalog_management', 'business_management'],
  refusal: 200,
};
export const messagingRule: AccessRule = {
  token: 'page',
  needs: ['pages_messaging'],
  refusal: 10,
  task: 'MESSAGING',
};
export const businessRule: AccessRule = {
  token: 'user',
  needs: ['business_management'],
  refusal: 200,
};
export const insightsRule: AccessRule = {
  token: 'page',
  needs: ['read_insights', 'pages_read_engagement'],
  refusal: 10,
  task: 'ANALYZE',
};
export const instagramInsightsRule: AccessRule = {
  needs: ['instagram_manage_insights', 'instagram_basic', 'pages_read_engagement'],
  refusal: 10,
  task: 'ANALYZE',
};
export const openRule: AccessRule = { needs: [], refusal: 10 };

/** Who may read which edge; what is not named here needs only a living token. */
const readRules: Readonly<Record<string, AccessRule>> = {
  'page/feed': pageReadRule,
  'page/published_posts': pageReadRule,
  'page/scheduled_posts': { ...pageReadRule, token: 'page' },
  'page/photos': pageReadRule,
  'page/videos': pageReadRule,
  'page/video_reels': pageReadRule,
  'page/stories': pageReadRule,
  'page/insights': insightsRule,
  'post/insights': insightsRule,
  'video/video_insights': insightsRule,
  'ig/insights': instagramInsightsRule,
  'media/insights': instagramInsightsRule,
  'page/conversations': messagingRule,
  'page/tagged': pageReadRule,
  'page/blocked': engageRule,
  conversation: messagingRule,
  'conversation/messages': messagingRule,
  message: messagingRule,
  business: businessRule,
  'business/owned_pages': businessRule,
  'business/client_pages': businessRule,
  'business/owned_instagram_accounts': businessRule,
  'business/instagram_accounts': businessRule,
  'business/instagram_business_accounts': businessRule,
  'business/owned_product_catalogs': catalogueRule,
  'business/client_product_catalogs': catalogueRule,
  post: pageReadRule,
  'post/attachments': pageReadRule,
  'post/likes': pageReadRule,
  'post/reactions': pageReadRule,
  'photo/likes': pageReadRule,
  'video/likes': pageReadRule,
  'post/comments': pageCommentsRule,
  'photo/comments': pageCommentsRule,
  'video/comments': pageCommentsRule,
  comment: pageCommentsRule,
  'comment/comments': pageCommentsRule,
  ig: instagramReadRule,
  'ig/media': instagramReadRule,
  'ig/stories': instagramReadRule,
  'ig/tags': instagramReadRule,
  'ig/content_publishing_limit': instagramPublishRule,
  'ig/available_catalogs': shoppingRule,
  'ig/catalog_product_search': shoppingRule,
  'ig/product_appeal': shoppingRule,
  container: instagramPublishRule,
  media: instagramReadRule,
  'media/children': instagramReadRule,
  'media/collaborators': instagramReadRule,
  'media/comments': instagramCommentsRule,
  'media/product_tags': shoppingRule,
  igcomment: instagramCommentsRule,
  'igcomment/replies': instagramCommentsRule,
  catalog: catalogueRule,
  'catalog/products': catalogueRule,
  'catalog/check_batch_request_status': catalogueRule,
  product: catalogueRule,
};

/** The rule of a read, by node kind and edge. */
export function readRule(kind: string, edge: string): AccessRule {
  const key = edge === '' ? kind : `${kind}/${edge}`;
  return Object.hasOwn(readRules, key) ? (readRules[key] ?? openRule) : openRule;
}

/** Lets a call in or refuses it as the network does; `empty` means an empty list. */
export function checkAccess(
  world: World,
  rule: AccessRule,
  owner: TokenOwner,
  publishing: boolean,
): 'in' | 'empty' {
  if (rule.emptyForUser === true && owner.kind === 'user') return 'empty';
  if (rule.token === 'page' && owner.kind !== 'page') throw wantsPageToken(publishing);
  if (rule.token === 'user' && owner.kind === 'page') {
    throw new GraphError(
      rule.refusal,
      `(#${rule.refusal}) A user access token with ${rule.needs[0] ?? 'the permission'} is required to request this resource.`,
    );
  }
  checkStanding(world, rule, owner);
  const missing = rule.needs.find((name) => !isGranted(world, name));
  if (missing !== undefined) throw missingPermission(missing, rule.refusal);
  return 'in';
}

/** A person may have stayed away too long, or have left the Page out of the login. */
function checkStanding(world: World, rule: AccessRule, owner: TokenOwner): void {
  const [need] = rule.needs;
  if (need === undefined) return;
  if (dataAccessLapsed(world, owner)) {
    throw new GraphError(
      10,
      '(#10) The access of this app to the data of the person has lapsed. They must log in again.',
    );
  }
  if (owner.kind !== 'page') return;
  if (isUnticked(world, owner.id)) throw missingPermission(need, rule.refusal);
  if (rule.task !== undefined && !tasksOf(world, owner.id).includes(rule.task)) {
    throw new GraphError(
      200,
      `(#200) The person needs the task ${rule.task} on the Page, as an admin with sufficient administrative permission.`,
    );
  }
}

function wantsPageToken(publishing: boolean): GraphError {
  return publishing
    ? new GraphError(200, '(#200) Unpublished posts must be posted to a page as the page itself.')
    : new GraphError(200, '(#200) A page access token is required for this action.');
}

/** The refusal for want of a permission, which it names. */
export function missingPermission(name: string, code: 10 | 200): GraphError {
  return code === 10
    ? new GraphError(
        10,
        `(#10) This endpoint requires the '${name}' permission or the corresponding feature.`,
      )
    : new GraphError(200, `(#200) Requires ${name} permission to manage the object.`);
}

export function isGranted(world: World, permission: string): boolean {
  const row = world.get<{ granted: number }>(
    'SELECT granted FROM permissions WHERE name = ?',
    permission,
  );
  return row?.granted !== 0;
}
