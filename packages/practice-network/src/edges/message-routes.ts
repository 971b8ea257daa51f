import { messagingRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter, missingObject } from '../graph/graph-error.ts';
import { commentId, privateReplyWindowMs } from '../nodes/comment-node.ts';
import { resolveNode } from '../world/ids.ts';
import { noteEffect } from '../world/ledger.ts';
import { codePointCount } from './caption-check.ts';
import { readComment } from './comments.ts';

const maxChars = 2000;

/** Messages from a Page; an answer to a comment goes out once and within seven days. */
export const messageRoutes: Routes = {
  'POST page/messages': { spec: ['Page', 'messages'], rule: messagingRule, run: send },
};

function send(call: Call): Answer {
  const { params } = call;
  const recipient = params.json('recipient') as
    { comment_id?: string | number; id?: string | number } | undefined;
  const message = params.json('message') as { text?: unknown } | undefined;
  const text = typeof message?.text === 'string' ? message.text : '';
  if (text === '') throw badParameter('message', 'The parameter message is required');
  if (codePointCount(text) > maxChars)
    throw badParameter('message', `Length of param message[text] must be at most ${maxChars}`);
  if (recipient?.comment_id !== undefined)
    return privateReply(call, String(recipient.comment_id), text);
  if (recipient?.id === undefined)
    throw badParameter('recipient', 'The parameter recipient is required');
  // Nobody writes first in a practice world, so the window of 24 hours is never open.
  throw new GraphError(10, '(#10) This message is sent outside of allowed window.', {
    subcode: 2018278,
  });
}

function privateReply(call: Call, spelling: string, text: string): Answer {
  const { world, nowMs } = call;
  const found = resolveNode(world, spelling);
  const row = found && readComment(world, found.id);
  if (row === undefined || row.deleted_at !== null) throw missingObject(spelling, 'post');
  if (row.private_reply_at !== null) {
    throw new GraphError(10900, '(#10900) Activity already replied to');
  }
  if (row.own === 1) throw new GraphError(10902, '(#10902) This activity cannot be replied to');
  if (nowMs - row.created_at > privateReplyWindowMs) {
    throw new GraphError(10903, '(#10903) This user cannot reply to this activity');
  }
  const messageId = `m_${Buffer.from(`${row.id}|${nowMs}`).toString('base64url')}`;
  world.transact(() => {
    world.run('UPDATE comments SET private_reply_at = ? WHERE id = ?', nowMs, row.id);
    world.run(
      'INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)',
      messageId,
      call.id,
      row.from_id,
      row.id,
      text,
      nowMs,
    );
    const details = {
      pageId: call.id,
      parentId: commentId(row),
      rootId: row.object_id,
      text,
      by: 'api',
    };
    noteEffect(world, 'private-reply', messageId, details, nowMs);
  });
  return { recipient_id: row.from_id, message_id: messageId };
}
