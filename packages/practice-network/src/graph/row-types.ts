import media from '../../specs/IGMedia.json' with { type: 'json' };
import post from '../../specs/PagePost.json' with { type: 'json' };
import appeal from '../../specs/IGShoppingProductAppeal.json' with { type: 'json' };
import batchStatus from '../../specs/CheckBatchRequestStatus.json' with { type: 'json' };
import collaborator from '../../specs/ShadowIGMediaCollaborators.json' with { type: 'json' };
import insight from '../../specs/InsightsResult.json' with { type: 'json' };
import instagramInsight from '../../specs/InstagramInsightsResult.json' with { type: 'json' };
import productSearch from '../../specs/ShadowIGUserCatalogProductSearch.json' with { type: 'json' };
import productTag from '../../specs/ShadowIGMediaProductTags.json' with { type: 'json' };
import profile from '../../specs/Profile.json' with { type: 'json' };
import thumbnail from '../../specs/VideoThumbnail.json' with { type: 'json' };
import shopCatalogue from '../../specs/UserAvailableCatalogs.json' with { type: 'json' };

/** Rows of a list that are no nodes: what they are called and which fields exist on them. */
export interface RowType {
  typeName: string;
  names: ReadonlySet<string>;
}

interface FieldList {
  fields: readonly { name: string }[];
}

function rowType(typeName: string, { fields }: FieldList, more: readonly string[] = []): RowType {
  return { typeName, names: new Set([...fields.map((field) => field.name), ...more]) };
}

/** By what a list holds. A few names work although the published lists lack them. */
export const rowTypes = {
  appeal: rowType('IGShoppingProductAppeal', appeal),
  batchStatus: rowType('CheckBatchRequestStatus', batchStatus),
  catalogue: rowType('UserAvailableCatalogs', shopCatalogue),
  collaborator: rowType('ShadowIGMediaCollaborators', collaborator),
  insight: rowType('InsightsResult', insight),
  instagramInsight: rowType('InstagramInsightsResult', instagramInsight),
  media: rowType('IGMedia', media),
  permission: rowType('Permission', { fields: [] }, ['permission', 'status']),
  post: rowType('PagePost', post),
  productSearch: rowType('ShadowIGUserCatalogProductSearch', productSearch),
  productTag: rowType('ShadowIGMediaProductTags', productTag),
  profile: rowType('Profile', profile, ['type']),
  publishingLimit: rowType('ContentPublishingLimitResponse', { fields: [] }, [
    'quota_usage',
    'config',
  ]),
  thumbnail: rowType('VideoThumbnail', thumbnail),
  story: rowType('Stories', { fields: [] }, [
    'post_id',
    'status',
    'creation_time',
    'media_type',
    'media_id',
    'url',
  ]),
} as const satisfies Record<string, RowType>;
