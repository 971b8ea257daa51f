import type {
  Collaborator,
  InstagramCalls,
  PublishingLimit,
  RemoteMedia,
  RemoteProductTag,
} from './instagram-types.ts';
import { tagParameter, type ContainerCalls } from './instagram-containers.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  countOf,
  fieldsOf,
  idOf,
  instantOf,
  numberOf,
  rowsOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { formBody } from './request-body.ts';
import type { Sender } from './send.ts';

export type MediaCalls = Omit<InstagramCalls, keyof ContainerCalls>;

const mediaFields =
  'id,caption,media_type,media_product_type,timestamp,permalink,media_url,thumbnail_url,comments_count,' +
  'like_count';
const storyFields = 'id,media_type,media_product_type,timestamp,permalink';
const dayMs = 24 * 60 * 60 * 1000;

/** What an Instagram account shows. Source: Instagram Platform reference, IG User and IG Media. */
export function instagramMediaCalls(sender: Sender): MediaCalls {
  const list = (edge: string, fields: string): MediaCalls['listMedia'] => {
    return ({ igId, ...paging }, options) =>
      sender.read(
        { node: igId, edge, query: { fields, ...pagingQuery(paging, 50) } },
        (body) => parseList(body, parseMedia),
        options,
      );
  };
  return {
    publishingLimit: (igId, options) =>
      sender.read(
        { node: igId, edge: 'content_publishing_limit', query: { fields: 'quota_usage,config' } },
        parseLimit,
        options,
      ),
    listMedia: list('media', mediaFields),
    listStories: list('stories', storyFields),
    readMedia: (mediaId, options) =>
      sender.read({ node: mediaId, query: { fields: mediaFields } }, parseMedia, options),
    mediaChildren: (mediaId, options) =>
      sender.read(
        { node: mediaId, edge: 'children', query: { fields: 'id,media_type,media_url,timestamp' } },
        (body) => parseList(body, parseMedia)?.items,
        options,
      ),
    productTags: (mediaId, options) =>
      sender.read(
        { node: mediaId, edge: 'product_tags' },
        (body) => parseList(body, parseTag)?.items,
        options,
      ),
    collaborators: (mediaId, options) =>
      sender.read(
        { node: mediaId, edge: 'collaborators' },
        (body) => parseList(body, parseCollaborator)?.items,
        options,
      ),
    ...changeCalls(sender),
  };
}

function changeCalls(sender: Sender): Pick<MediaCalls, 'updateProductTags' | 'setCommentsEnabled'> {
  return {
    updateProductTags: ({ mediaId, tags, childIndex }, options) =>
      sender.show(
        {
          node: mediaId,
          edge: 'product_tags',
          body: formBody({ updated_tags: tags.map(tagParameter), child_index: childIndex }),
        },
        (body) => (isSuccess(body) ? { mediaId } : undefined),
        options,
      ),
    setCommentsEnabled: ({ mediaId, enabled }, options) =>
      sender.show(
        { node: mediaId, body: formBody({ comment_enabled: enabled }) },
        (body) => (isSuccess(body) ? { mediaId } : undefined),
        options,
      ),
  };
}

/** Docs name 25, 50 and 100 posts a day: only the answer counts. */
function parseLimit(body: Fields): PublishingLimit | undefined {
  const row = rowsOf(body)?.[0];
  const config = fieldsOf(row?.['config']);
  const used = numberOf(row?.['quota_usage']);
  const total = numberOf(config?.['quota_total']);
  if (used === undefined || total === undefined) return undefined;
  const seconds = numberOf(config?.['quota_duration']);
  return { used, total, windowMs: seconds === undefined ? dayMs : seconds * 1000 };
}

function parseMedia(row: Fields): RemoteMedia | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  return compact({
    id,
    caption: wordsOf(row['caption']),
    mediaType: wordsOf(row['media_type']),
    productType: wordsOf(row['media_product_type']),
    createdAt: instantOf(row['timestamp']),
    permalink: wordsOf(row['permalink']),
    mediaUrl: wordsOf(row['media_url']),
    thumbnailUrl: wordsOf(row['thumbnail_url']),
    commentCount: countOf(row['comments_count']),
    likeCount: countOf(row['like_count']),
  });
}

function parseTag(row: Fields): RemoteProductTag | undefined {
  const productId = idOf(row['product_id']);
  if (productId === undefined) return undefined;
  return compact({
    productId,
    name: wordsOf(row['name']),
    reviewStatus: wordsOf(row['review_status']),
    x: numberOf(row['x']),
    y: numberOf(row['y']),
  });
}

function parseCollaborator(row: Fields): Collaborator | undefined {
  const username = wordsOf(row['username']);
  if (username === undefined) return undefined;
  return compact({ id: idOf(row['id']), username, inviteStatus: wordsOf(row['invite_status']) });
}
