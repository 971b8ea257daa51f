import type { PagePostCalls, PostContent, RemotePhoto, RemotePost } from './page-types.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  countOf,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  listOf,
  rowsOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { formBody, multipartBody, type Parameters } from './request-body.ts';
import type { CallOptions } from './result.ts';
import type { Sender } from './send.ts';

const postFields =
  'id,message,is_published,is_hidden,created_time,updated_time,scheduled_publish_time,permalink_url,' +
  'full_picture,attachments{target{id},subattachments{target{id}}}';
const countFields = 'comments.limit(0).summary(true),reactions.limit(0).summary(true)';

/** Posts and photos of a Page. Source: Graph API reference, Page feed and photos; Pages API guide. */
export function pagePostCalls(sender: Sender): PagePostCalls {
  return { ...photoCalls(sender), ...writeCalls(sender), ...readCalls(sender) };
}

type PhotoCalls = Pick<PagePostCalls, 'uploadPhoto' | 'readPhoto' | 'discardHidden'>;
type ReadCalls = Pick<PagePostCalls, 'readPost' | 'publishedPosts' | 'scheduledPosts'>;
type WriteCalls = Omit<PagePostCalls, keyof PhotoCalls | keyof ReadCalls>;

function photoCalls(sender: Sender): PhotoCalls {
  return {
    uploadPhoto: ({ pageId, filePath, altText, temporary }, options) =>
      sender.write(
        {
          node: pageId,
          edge: 'photos',
          isUpload: true,
          body: () =>
            multipartBody({ published: false, temporary, alt_text_custom: altText }, 'source', {
              path: filePath,
              onProgress: options?.onProgress,
            }),
        },
        (body) => withId(body, (photoId) => ({ photoId })),
        options,
      ),
    readPhoto: (photoId, options) =>
      sender.read(
        { node: photoId, query: { fields: 'id,images,page_story_id,link,alt_text_custom' } },
        parsePhoto,
        options,
      ),
    discardHidden: (id, options) =>
      sender.write(
        { node: id, method: 'DELETE' },
        (body) => (isSuccess(body) ? { id } : undefined),
        options,
      ),
  };
}

function writeCalls(sender: Sender): WriteCalls {
  const postFrom = (body: Fields): { postId: string } | undefined =>
    withId(body, (postId) => ({ postId }));
  const update = (postId: string, change: Parameters, options?: CallOptions) =>
    sender.show(
      { node: postId, body: formBody(change) },
      (body) => (isSuccess(body) ? { postId } : undefined),
      options,
    );
  return {
    createHiddenPost: (content, options) =>
      sender.write(feedRequest(content, { published: false }), postFrom, options),
    createPost: (content, options) =>
      sender.show(feedRequest(content, { published: true }), postFrom, options),
    publishPost: (postId, options) => update(postId, { is_published: true }, options),
    // Without unpublished_content_type a post with photos stays a draft that never goes out.
    schedulePost: ({ publishAt, ...content }, options) =>
      sender.show(
        feedRequest(content, {
          published: false,
          unpublished_content_type: 'SCHEDULED',
          scheduled_publish_time: Math.round(publishAt / 1000),
        }),
        postFrom,
        options,
      ),
    updatePost: ({ postId, message, publishAt, isHidden, isPinned }, options) =>
      update(
        postId,
        {
          message,
          is_hidden: isHidden,
          is_pinned: isPinned,
          scheduled_publish_time:
            publishAt === undefined ? undefined : Math.round(publishAt / 1000),
        },
        options,
      ),
    deleteObject: (id, options) =>
      sender.show(
        { node: id, method: 'DELETE' },
        (body) => (isSuccess(body) ? { id } : undefined),
        options,
      ),
  };
}

function readCalls(sender: Sender): ReadCalls {
  return {
    readPost: (postId, options) =>
      sender.read({ node: postId, query: { fields: postFields } }, parsePost, options),
    publishedPosts: ({ pageId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'published_posts',
          query: { fields: `${postFields},${countFields}`, ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parsePost),
        options,
      ),
    scheduledPosts: ({ pageId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'scheduled_posts',
          query: { fields: postFields, ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parsePost),
        options,
      ),
  };
}

function feedRequest(content: PostContent, state: Parameters) {
  const { pageId, message, link, photoIds } = content;
  const attached = photoIds?.map((id) => ({ media_fbid: id }));
  return {
    node: pageId,
    edge: 'feed',
    body: formBody({
      message,
      link,
      attached_media: attached && attached.length > 0 ? attached : undefined,
      ...state,
    }),
  };
}

function withId<T>(body: Fields, make: (id: string) => T): T | undefined {
  const id = idOf(body['id']);
  return id === undefined ? undefined : make(id);
}

function parsePhoto(body: Fields): RemotePhoto | undefined {
  return withId(body, (id) =>
    compact({
      id,
      images: listOf(body['images'])
        .map(fieldsOf)
        .map(parseImage)
        .filter((image) => image !== undefined)
        .toSorted((a, b) => b.widthPx - a.widthPx),
      postId: idOf(body['page_story_id']),
      link: wordsOf(body['link']),
      altText: wordsOf(body['alt_text_custom']),
    }),
  );
}

function parseImage(row: Fields | undefined): RemotePhoto['images'][number] | undefined {
  const url = wordsOf(row?.['source']);
  if (url === undefined) return undefined;
  return { url, widthPx: countOf(row?.['width']) ?? 0, heightPx: countOf(row?.['height']) ?? 0 };
}

function parsePost(row: Fields): RemotePost | undefined {
  return withId(row, (id) =>
    compact({
      id,
      message: wordsOf(row['message']),
      isPublished: flagOf(row['is_published']),
      isHidden: flagOf(row['is_hidden']),
      createdAt: instantOf(row['created_time']),
      updatedAt: instantOf(row['updated_time']),
      scheduledAt: instantOf(row['scheduled_publish_time']),
      permalink: wordsOf(row['permalink_url']),
      mediaIds: (rowsOf(row['attachments']) ?? []).flatMap(mediaOfAttachment),
      pictureUrl: wordsOf(row['full_picture']),
      commentCount: totalOf(row['comments']),
      reactionCount: totalOf(row['reactions']),
    }),
  );
}

/** What an edge asked for with `summary(true)` counts. */
function totalOf(edge: unknown): number | undefined {
  return countOf(fieldsOf(fieldsOf(edge)?.['summary'])?.['total_count']);
}

/** An album names its pictures; a single attachment is its own picture or video. */
function mediaOfAttachment(attachment: Fields): string[] {
  const parts = rowsOf(attachment['subattachments']) ?? [];
  return (parts.length > 0 ? parts : [attachment])
    .map((part) => idOf(fieldsOf(part['target'])?.['id']))
    .filter((id) => id !== undefined);
}
