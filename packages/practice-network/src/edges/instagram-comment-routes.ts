import { instagramCommentsRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import type { CommentRow } from '../nodes/facebook-rows.ts';
import type { InstagramRow, MediaRow } from '../nodes/instagram-rows.ts';
import { codePointCount } from './caption-check.ts';
import { addComment, readComment, removeComment } from './comments.ts';
import { readMention } from './mentions.ts';
import { setHidden } from './comment-routes.ts';

const maxChars = 2200;

/** Comments on Instagram, as the account writes and tends them. */
export const instagramCommentRoutes: Routes = {
  'POST media/comments': {
    spec: ['IGMedia', 'comments'],
    rule: instagramCommentsRule,
    run: comment,
  },
  'POST igcomment/replies': {
    spec: ['IGComment', 'replies'],
    rule: instagramCommentsRule,
    run: reply,
  },
  'POST ig/mentions': {
    spec: ['IGUser', 'mentions'],
    rule: instagramCommentsRule,
    run: answerMention,
  },
  'POST igcomment/': { spec: ['IGComment', '#update'], rule: instagramCommentsRule, run: hide },
  'DELETE igcomment/': {
    rule: instagramCommentsRule,
    run: ({ world, id, nowMs }) => {
      world.transact(() => removeComment(world, id, nowMs, 'api'));
      return { success: true };
    },
  },
};

function readText({ params }: Call): string {
  const text = params.required('message');
  if (codePointCount(text) > maxChars)
    throw badParameter('message', `At most ${maxChars} characters.`);
  const hashtags = text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0;
  if (hashtags > 4) throw badParameter('message', 'At most 4 hashtags.');
  return text;
}

function readMedia({ world }: Call, id: string): MediaRow {
  const row = world.get<MediaRow>('SELECT * FROM ig_media WHERE id = ?', id);
  if (row === undefined) throw missingObject(id, 'post');
  return row;
}

function readAccount({ world }: Call, id: string): InstagramRow {
  const row = world.get<InstagramRow>('SELECT * FROM instagram_accounts WHERE id = ?', id);
  if (row === undefined) throw missingObject(id, 'post');
  return row;
}

function comment(call: Call): Answer {
  const media = readMedia(call, call.id);
  if (media.comments_enabled === 0) {
    throw new GraphError(100, '(#100) Comments are turned off for this media.');
  }
  return { id: write(call, media.id, readAccount(call, media.ig_id), undefined) };
}

function reply(call: Call): Answer {
  const target = readTarget(call);
  if (target.hidden === 1) throw new GraphError(100, '(#100) A hidden comment cannot be answered.');
  const media = readMedia(call, target.object_id);
  return { id: write(call, media.id, readAccount(call, media.ig_id), target.id) };
}

/** Where the account is named with an `@`, it may answer: under the comment or the media. */
function answerMention(call: Call): Answer {
  const { world, params } = call;
  const mediaId = params.required('media_id');
  const stranger = readMention(world, mediaId);
  const commentId = params.text('comment_id');
  const target = commentId === undefined ? undefined : readComment(world, commentId);
  if (commentId !== undefined && target?.object_id !== mediaId)
    throw missingObject(commentId, 'post');
  const account = readAccount(call, call.id);
  const { username } = account;
  // Tagged in the picture, an account need not be named in the words.
  if (stranger?.owner_id === call.id) return { id: write(call, mediaId, account, target?.id) };
  const media = readMedia(call, mediaId);
  const words = target === undefined ? (media.caption ?? '') : target.message;
  if (!words.toLowerCase().includes(`@${username.toLowerCase()}`))
    throw new GraphError(100, '(#100) The account is not mentioned there.');
  return { id: write(call, media.id, readAccount(call, media.ig_id), target?.id) };
}

function write(
  call: Call,
  objectId: string,
  account: InstagramRow,
  parentId: string | undefined,
): string {
  const { world, settings, nowMs } = call;
  const message = readText(call);
  return world.transact(() =>
    addComment(world, settings, {
      network: 'ig',
      objectId,
      ...(parentId === undefined ? {} : { parentId }),
      fromId: account.id,
      fromName: account.username,
      message,
      createdAtMs: nowMs,
      own: true,
      by: 'api',
    }),
  );
}

function readTarget({ world, id }: Call): CommentRow {
  const row = readComment(world, id);
  if (row === undefined || row.deleted_at !== null) throw missingObject(id, 'post');
  return row;
}

function hide(call: Call): Answer {
  const { world, params, nowMs } = call;
  const row = readTarget(call);
  const wanted = params.flag('hide');
  if (wanted === undefined) throw badParameter('hide', 'The parameter hide is required');
  // An account's own words stay visible on its own media, whatever it asks.
  if (row.own === 0) world.transact(() => setHidden(world, row, wanted, nowMs));
  return { success: true };
}
