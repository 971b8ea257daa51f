import type { CommentCalls, RemoteComment } from './comment-types.ts';
import { parseNewComment } from './facebook-comments.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  numberOf,
  rowsOf,
  textOf,
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
  const replies = (rowsOf(row['replies']) ?? [])
    .map((reply) => parseComment(reply, comment.id))
    .filter((reply) => reply !== undefined);
  return [comment, ...replies];
}

function parseComment(row: Fields, parentId?: string): RemoteComment | undefined {
  const id = idOf(row['id']);
  const createdAt = instantOf(row['timestamp']);
  if (id === undefined || createdAt === undefined) return undefined;
  const from = fieldsOf(row['from']);
  const username = wordsOf(row['username']) ?? wordsOf(from?.['username']);
  const author = compact({ id: idOf(from?.['id']), username });
  return compact({
    id,
    text: textOf(row['text']) ?? '',
    from: Object.keys(author).length > 0 ? author : undefined,
    createdAt,
    parentId: idOf(row['parent_id']) ?? parentId,
    isHidden: flagOf(row['hidden']) ?? false,
    likeCount: numberOf(row['like_count']) ?? 0,
  });
}
