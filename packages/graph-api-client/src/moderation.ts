import type { BlockedPerson, ModerationCalls } from './moderation-types.ts';
import { isSuccess, pagingQuery, parseList } from './parse-list.ts';
import { compact, idOf, wordsOf, type Fields } from './read-values.ts';
import { formBody } from './request-body.ts';
import type { Sender } from './send.ts';

/** Likes, corrections and blocks as the Page. Source: Graph API reference, object likes, Comment, and Page
 *  blocked. */
export function moderationCalls(sender: Sender): ModerationCalls {
  return {
    setLike: ({ objectId, liked }, options) =>
      sender.show(
        { node: objectId, edge: 'likes', method: liked ? 'POST' : 'DELETE' },
        (body) => (isSuccess(body) ? { objectId } : undefined),
        options,
      ),
    // The same call as a reply of older guides: on a comment of one's own it edits.
    editFacebookComment: ({ commentId, text }, options) =>
      sender.show(
        { node: commentId, body: formBody({ message: text }) },
        (body) => (isSuccess(body) ? { commentId } : undefined),
        options,
      ),
    blockPerson: ({ pageId, personId }, options) =>
      sender.show(
        { node: pageId, edge: 'blocked', body: formBody({ user: [personId] }) },
        // Answered by person, as {"5123": true}.
        (body) => (body[personId] === true || isSuccess(body) ? { personId } : undefined),
        options,
      ),
    unblockPerson: ({ pageId, personId }, options) =>
      sender.show(
        { node: pageId, edge: 'blocked', method: 'DELETE', query: { user: personId } },
        (body) => (isSuccess(body) ? { personId } : undefined),
        options,
      ),
    blockedPeople: ({ pageId, personId, ...paging }, options) =>
      sender.read(
        {
          node: pageId,
          edge: 'blocked',
          query: { fields: 'id,name', user: personId, ...pagingQuery(paging, 25) },
        },
        (body) => parseList(body, parseBlocked),
        options,
      ),
  };
}

function parseBlocked(row: Fields): BlockedPerson | undefined {
  const id = idOf(row['id']);
  return id === undefined ? undefined : compact({ id, name: wordsOf(row['name']) });
}
