import type { CommentCalls, RemoteComment } from './comment-types.ts';
import { parseNewComment, wordsIn } from './facebook-comments.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  countOf,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { formBody } from './request-body.ts';
import type { ListPage } from './result.ts';
import type { Sender } from './send.ts';

export type InstagramCommentCalls = Pick<
  CommentCalls,
  | 'listInstagramComments'
  | 'listInstagramReplies'
  | 'readInstagramComment'
  | 'replyInstagram'
  | 'replyToMention'
  | 'setHiddenInstagram'
>;

const replyFields = 'id,text,timestamp,username,from{id,username},like_count,hidden,parent_id';
const commentFields = `${replyFields},replies.limit(50){${replyFields}}`;
/** The network's own cap. */
const maxPerPage = 50;

/** Comments on Instagram media. Replies are not in the list, only in the expansion of their comment.
 *  Source: Instagram Platform reference, IG Media comments and IG Comment replies. */
export function instagramCommentCalls(sender: Sender): InstagramCommentCalls {
  return {
    listInstagramComments: ({ mediaId, ...paging }, options) =>
      sender.read(
        {
          node: mediaId,
          edge: 'comments',
          query: { fields: commentFields, ...pagingQuery(paging, maxPerPage) },
        },
        parseThreads,
        options,
      ),
    listInstagramReplies: ({ commentId, ...paging }, options) =>
      sender.read(
        {
          node: commentId,
          edge: 'replies',
          query: { fields: replyFields, ...pagingQuery(paging, maxPerPage) },
        },
        (body) => parseList(body, (row) => parseComment(row, commentId)),
        options,
      ),
    readInstagramComment: (commentId, options) =>
      sender.read({ node: commentId, query: { fields: replyFields } }, parseComment, options),
    replyInstagram: ({ commentId, text }, options) =>
      sender.show(
        { node: commentId, edge: 'replies', body: formBody({ message: text }) },
        parseNewComment(commentId),
        options,
      ),
    replyToMention: ({ igId, mediaId, commentId, text }, options) =>
      sender.show(
        {
          node: igId,
          edge: 'mentions',
          body: formBody({ media_id: mediaId, comment_id: commentId, message: text }),
        },
        parseNewComment(commentId ?? mediaId),
        options,
      ),
    setHiddenInstagram: ({ commentId, hidden }, options) =>
      sender.show(
        { node: commentId, body: formBody({ hide: hidden }) },
        (body) => (isSuccess(body) ? { commentId } : undefined),
        options,
      ),
  };
}

/** Each comment followed by its replies, so that one list tells all. */
function parseThreads(body: Fields): ListPage<RemoteComment> | undefined {
  const rows = parseList(body, (row) => row);
  return rows && { ...rows, items: rows.items.flatMap(parseThread) };
}

function parseThread(row: Fields): RemoteComment[] {
  const comment = parseComment(row);
  if (!comment) return [];
  const replies = parseList(fieldsOf(row['replies']) ?? {}, (reply) =>
    parseComment(reply, comment.id),
  );
  const hasMore = replies?.after !== undefined;
  return [hasMore ? { ...comment, hasMoreReplies: true } : comment, ...(replies?.items ?? [])];
}

function parseComment(row: Fields, parentId?: string): RemoteComment | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const from = fieldsOf(row['from']);
  const username = wordsOf(row['username']) ?? wordsOf(from?.['username']);
  const author = compact({ id: idOf(from?.['id']), username });
  return compact({
    id,
    ...wordsIn(row['text']),
    from: Object.keys(author).length > 0 ? author : undefined,
    createdAt: instantOf(row['timestamp']),
    parentId: idOf(row['parent_id']) ?? parentId,
    isHidden: flagOf(row['hidden']),
    likeCount: countOf(row['like_count']) ?? 0,
  });
}
