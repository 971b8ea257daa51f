import type {
  CommentCalls,
  CommentPicture,
  FacebookCommentList,
  RemoteComment,
} from './comment-types.ts';
import { commentKey } from './comment-key.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import {
  compact,
  countOf,
  fieldsOf,
  flagOf,
  idOf,
  instantOf,
  textOf,
  wordsOf,
  type Fields,
} from './read-values.ts';
import { formBody, jsonBody } from './request-body.ts';
import type { Parse } from './read-answer.ts';
import { parseSent } from './send-message.ts';
import type { Sender } from './send.ts';

export type FacebookCommentCalls = Pick<
  CommentCalls,
  | 'listFacebookComments'
  | 'listFacebookReplies'
  | 'readFacebookComment'
  | 'createComment'
  | 'replyFacebook'
  | 'setHiddenFacebook'
  | 'privateReply'
>;

const commentFields =
  'id,message,from{id,name},created_time,parent{id},attachment,can_hide,can_comment,' +
  'can_reply_privately,is_hidden,like_count,user_likes,comment_count,permalink_url';

type ListChoice = Omit<FacebookCommentList, 'objectId'>;
/** The network ranks when no order is asked for. */
const orders = { newest: 'reverse_chronological', oldest: 'chronological', ranked: undefined };

/** Comments on a Page's posts. The default order is ranked, so lists ask for newest first.
 *  Source: Graph API reference, Comment and object comments. */
export function facebookCommentCalls(sender: Sender): FacebookCommentCalls {
  const list = (node: string, { order = 'newest', levels, sinceAt, ...paging }: ListChoice) => ({
    node,
    edge: 'comments',
    query: {
      fields: commentFields,
      filter: levels === 'top' ? 'toplevel' : 'stream',
      order: orders[order],
      since: sinceAt === undefined ? undefined : Math.floor(sinceAt / 1000),
      ...pagingQuery(paging, 50),
    },
  });
  return {
    listFacebookComments: ({ objectId, ...choice }, options) =>
      sender.read(list(objectId, choice), (body) => parseList(body, parseComment), options),
    listFacebookReplies: ({ commentId, ...paging }, options) =>
      sender.read(
        list(commentId, { ...paging, levels: 'top' }),
        (body) => parseList(body, parseComment),
        options,
      ),
    readFacebookComment: (commentId, options) =>
      sender.read(
        { node: commentId, query: { fields: `${commentFields},private_reply_conversation` } },
        parseComment,
        options,
      ),
    createComment: ({ objectId, ...words }, options) =>
      sender.show(
        { node: objectId, edge: 'comments', body: formBody(wordParameters(words)) },
        parseNewComment(objectId),
        options,
      ),
    // Never POST /{comment} with a message: that edits the comment.
    replyFacebook: ({ commentId, ...words }, options) =>
      sender.show(
        { node: commentId, edge: 'comments', body: formBody(wordParameters(words)) },
        parseNewComment(commentId),
        options,
      ),
    setHiddenFacebook: ({ commentId, hidden }, options) =>
      sender.show(
        { node: commentId, body: formBody({ is_hidden: hidden }) },
        (body) => (isSuccess(body) ? { commentId } : undefined),
        options,
      ),
    privateReply: ({ pageId, commentId, text }, options) =>
      sender.show(
        {
          node: pageId,
          edge: 'messages',
          body: jsonBody({
            recipient: { comment_id: commentId },
            message: { text },
            messaging_type: 'RESPONSE',
          }),
        },
        parseSent,
        options,
      ),
  };
}

/** An answer that names the target itself was an edit, not a reply: then nothing is certain. */
export function parseNewComment(targetId: string): Parse<{ commentId: string }> {
  return (body) => {
    const commentId = idOf(body['id']);
    if (commentId === undefined || commentKey(commentId) === commentKey(targetId)) return undefined;
    return { commentId };
  };
}

function wordParameters({ text, pictureUrl, photoId }: { text: string } & CommentPicture) {
  return { message: text, attachment_url: pictureUrl, attachment_id: photoId };
}

function parseComment(row: Fields): RemoteComment | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const from = fieldsOf(row['from']);
  return compact({
    id,
    ...wordsIn(row['message']),
    from: from && compact({ id: idOf(from['id']), name: wordsOf(from['name']) }),
    createdAt: instantOf(row['created_time']),
    parentId: idOf(fieldsOf(row['parent'])?.['id']),
    isHidden: flagOf(row['is_hidden']),
    likeCount: countOf(row['like_count']) ?? 0,
    likedByUs: flagOf(row['user_likes']),
    replyCount: countOf(row['comment_count']),
    permalink: wordsOf(row['permalink_url']),
    ...parseAttachment(fieldsOf(row['attachment'])),
    canHide: flagOf(row['can_hide']),
    canReply: flagOf(row['can_comment']),
    canReplyPrivately: flagOf(row['can_reply_privately']),
    hasPrivateReply: 'private_reply_conversation' in row ? true : undefined,
  });
}

/** Left out is not the same as empty: what is known of a comment stays known. */
export function wordsIn(value: unknown): Pick<RemoteComment, 'text' | 'lacksText'> {
  const text = textOf(value);
  return text === undefined ? { text: '', lacksText: true } : { text };
}

/** A comment has at most one picture, animation, sticker or film; the preview of a link is none. */
function parseAttachment(
  attachment: Fields | undefined,
): Pick<RemoteComment, 'attachmentUrl' | 'attachments'> {
  const type = wordsOf(attachment?.['type']) ?? 'photo';
  if (!attachment || !/photo|image|sticker|video/.test(type)) return {};
  const image = fieldsOf(fieldsOf(attachment['media'])?.['image']);
  const url = wordsOf(image?.['src']);
  const attachmentUrl = url ?? wordsOf(attachment['url']);
  const told = compact({
    kind: type.includes('video') ? ('film' as const) : ('image' as const),
    url,
    widthPx: countOf(image?.['width']),
    heightPx: countOf(image?.['height']),
  });
  return { ...(attachmentUrl === undefined ? {} : { attachmentUrl }), attachments: [told] };
}
