import type { PageStoryCalls, RemoteStory } from './page-types.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import { compact, idOf, instantOf, wordsOf, type Fields } from './read-values.ts';
import { parseStart } from './reels.ts';
import { formBody } from './request-body.ts';
import type { Sender } from './send.ts';

/** Stories of a Page: no words, no links, gone after a day. Source: Page Stories API guide. */
export function pageStoryCalls(sender: Sender): PageStoryCalls {
  return {
    photoStory: ({ pageId, photoId }, options) =>
      sender.show(
        { node: pageId, edge: 'photo_stories', body: formBody({ photo_id: photoId }) },
        parseShown,
        options,
      ),
    startVideoStory: ({ pageId }, options) =>
      sender.write(
        { node: pageId, edge: 'video_stories', body: formBody({ upload_phase: 'start' }) },
        parseStart,
        options,
      ),
    finishVideoStory: ({ pageId, videoId }, options) =>
      sender.show(
        {
          node: pageId,
          edge: 'video_stories',
          body: formBody({ upload_phase: 'finish', video_id: videoId }),
        },
        parseShown,
        options,
      ),
    pageStories: ({ pageId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'stories',
          query: { status: ['PUBLISHED', 'ARCHIVED'], ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parseStory),
        options,
      ),
  };
}

function parseShown(body: Fields): { postId?: string } | undefined {
  return isSuccess(body) ? compact({ postId: idOf(body['post_id']) }) : undefined;
}

function parseStory(row: Fields): RemoteStory | undefined {
  const postId = idOf(row['post_id']);
  if (postId === undefined) return undefined;
  return compact({
    postId,
    mediaId: idOf(row['media_id']),
    status: wordsOf(row['status']),
    createdAt: instantOf(row['creation_time']),
    url: wordsOf(row['url']),
  });
}
