import { isGranted, messagingRule, missingPermission } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import { commentId, privateReplyWindowMs } from '../nodes/comment-node.ts';
import type { CommentRow } from '../nodes/facebook-rows.ts';
import { windowOf } from '../nodes/thread-node.ts';
import type { ThreadRow } from '../nodes/thread-rows.ts';
import { resolveNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import { isBlocked } from './blocked-routes.ts';
import { readComment } from './comments.ts';
import { readContent } from './message-content.ts';
import { findThread, openThread, sendMessage } from './threads.ts';

/** Messages from a Page: within the window of an answer, or once to a comment. */
export const messageRoutes: Routes = {
  'POST page/messages': {
    spec: ['Page', 'messages'],
    // A file comes as a part of its own.
    extra: ['filedata'],
    rule: messagingRule,
    run: send,
  },
};

interface Recipient {
  comment_id?: string | number;
  id?: string | number;
}

async function send(call: Call): Promise<Answer> {
  const recipient = (call.params.json('recipient') ?? {}) as Recipient;
  if (recipient.comment_id !== undefined) return privateReply(call, String(recipient.comment_id));
  if (recipient.id === undefined)
    throw badParameter('recipient', 'The parameter recipient is required');
  const thread = readThread(call, String(recipient.id));
  needInstagram(call, thread.network);
  const action = call.params.text('sender_action');
  if (action !== undefined) return act(call, thread, action);
  checkWindow(call, thread);
  const content = await readContent(call, thread.network);
  const { world, settings, nowMs } = call;
  const messageId = world.transact(() => {
    const id = sendMessage(world, settings, thread, { ...content, atMs: nowMs });
    const details = { pageId: call.id, parentId: thread.id, text: content.text, by: 'api' };
    noteEffect(world, 'message', id, details, nowMs);
    return id;
  });
  return { recipient_id: thread.person_id, message_id: messageId };
}

function needInstagram({ world }: Call, network: 'fb' | 'ig'): void {
  if (network === 'ig' && !isGranted(world, 'instagram_manage_messages'))
    throw missingPermission('instagram_manage_messages', 10);
}

function readThread({ world, id }: Call, personId: string): ThreadRow {
  if (isBlocked(world, id, personId)) throw unavailable();
  const thread = findThread(world, { pageId: id, personId });
  if (thread !== undefined) return thread;
  const commenter = world.get<{ network: 'fb' | 'ig' }>(
    'SELECT network FROM comments WHERE from_id = ? LIMIT 1',
    personId,
  );
  // Somebody who commented is known, but has not written.
  if (commenter !== undefined) throw outsideWindow(commenter.network);
  throw new GraphError(100, '(#100) No matching user found', { subcode: 2018001 });
}

function unavailable(): GraphError {
  return new GraphError(551, "(#551) This person isn't available right now.", { subcode: 1545041 });
}

function outsideWindow(network: 'fb' | 'ig'): GraphError {
  const subcode = network === 'fb' ? 2018278 : 2534022;
  return new GraphError(10, '(#10) This message is sent outside of allowed window.', { subcode });
}

/** What is seen or being typed; nothing of it stays but what was read. */
function act({ world, params }: Call, thread: ThreadRow, action: string): Answer {
  const known = ['MARK_SEEN', 'TYPING_ON', 'TYPING_OFF', 'REACT', 'UNREACT'];
  if (!known.includes(action.toUpperCase()))
    throw badParameter('sender_action', `Param sender_action must be one of {${known.join(', ')}}`);
  if (params.has('message'))
    throw badParameter('sender_action', 'A sender action goes without a message.');
  if (action.toUpperCase() === 'MARK_SEEN')
    world.run('UPDATE threads SET unread = 0 WHERE id = ?', thread.id);
  return { recipient_id: thread.person_id };
}

/** Freely for a day, as a human being for a week, each counted from the person's last words. */
function checkWindow({ params, nowMs }: Call, thread: ThreadRow): void {
  const type = (params.text('messaging_type') ?? 'RESPONSE').toUpperCase();
  if (!['RESPONSE', 'UPDATE', 'MESSAGE_TAG'].includes(type))
    throw badParameter('messaging_type', `Invalid messaging_type: ${type}`);
  const tag = params.text('tag')?.toUpperCase();
  if (type === 'MESSAGE_TAG' && tag === undefined)
    throw badParameter('tag', 'The parameter tag is required with MESSAGE_TAG');
  if (tag !== undefined && tag !== 'HUMAN_AGENT')
    throw badParameter('tag', `The message tag ${tag} is not supported any more.`);
  const window = windowOf(thread, nowMs);
  const human = type === 'MESSAGE_TAG';
  if (window === 'closed' || (window === 'human' && !human)) throw outsideWindow(thread.network);
}

async function privateReply(call: Call, spelling: string): Promise<Answer> {
  const { world, settings, nowMs } = call;
  const row = readAnswerable(call, spelling);
  const content = await readContent(call, row.network);
  const messageId = world.transact(() => {
    // Another call may have answered while a picture was fetched.
    const changed = world.run(
      'UPDATE comments SET private_reply_at = ? WHERE id = ? AND private_reply_at IS NULL',
      nowMs,
      row.id,
    );
    if (changed === 0) throw alreadyReplied();
    const who = {
      pageId: call.id,
      network: row.network,
      personId: row.from_id,
      personName: row.from_name,
    };
    const thread = openThread(world, who, Math.round(nowMs));
    const message = { ...content, commentId: row.id, atMs: nowMs };
    const id = sendMessage(world, settings, thread, message);
    const places = { pageId: call.id, parentId: commentId(row), rootId: row.object_id };
    noteEffect(world, 'private-reply', id, { ...places, text: content.text, by: 'api' }, nowMs);
    return id;
  });
  return { recipient_id: row.from_id, message_id: messageId };
}

function alreadyReplied(): GraphError {
  return new GraphError(10900, '(#10900) Activity already replied to');
}

/** The comment, if a private answer may still go to who wrote it. */
function readAnswerable(call: Call, spelling: string): CommentRow {
  const { world, nowMs } = call;
  const found = resolveNode(world, spelling);
  const row = found && readComment(world, found.id);
  if (row === undefined || row.deleted_at !== null) throw missingObject(spelling, 'post');
  needInstagram(call, row.network);
  if (row.private_reply_at !== null) throw alreadyReplied();
  if (row.own === 1) throw new GraphError(10902, '(#10902) This activity cannot be replied to');
  if (nowMs - row.created_at > privateReplyWindowMs) {
    throw new GraphError(10903, '(#10903) This user cannot reply to this activity');
  }
  if (isBlocked(world, call.id, row.from_id)) throw unavailable();
  return row;
}
