import { Problem } from '../../shared/contract/problem.ts';
import type { Answer, OutboxState } from '../../shared/contract/shapes.ts';
import { parseKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { privateReplyWithinMs } from './outbox-step.ts';
import type { NewItem, OutboxRow } from './outbox-store.ts';
import { settleSent, stand } from './send-item.ts';
import { summariseThread } from './summarise-thread.ts';

/** As the networks take them: comments of Instagram by product limit, messages of Messenger. */
const longestReply = { facebook: 8000, instagram: 2200 };

export type WriteActions = ReturnType<typeof writeActions>;

/** What the merchant does in the inbox: written here first, sent by the outbox when the line allows. */
export function writeActions(parts: InboxParts, wake: () => void) {
  const { tools, comments, threads, outbox } = parts;

  function findComment(commentId: string): CommentRow {
    const key = parseKey(commentId);
    const row = key === undefined ? undefined : comments.find(key);
    if (!row) throw new Problem('not-found');
    if (row.deleted) throw new Problem('comment-gone');
    return row;
  }

  function findItem(id: string): OutboxRow {
    const row = outbox.find(id);
    if (!row) throw new Problem('not-found');
    return row;
  }

  function enqueue(comment: CommentRow, item: Pick<NewItem, 'kind' | 'text' | 'hidden'>): string {
    const id = tools.newId();
    const createdAt = tools.clock.now();
    const { accountId, threadId, key: commentKey, text: parentText } = comment;
    outbox.insert({ id, ...item, accountId, threadId, commentKey, parentText, createdAt });
    threads.setUnread(threadId, false);
    summariseThread(parts, threadId);
    tools.events.changed('inbox', 'outbox');
    return id;
  }

  function checkText(comment: CommentRow, text: string): string {
    const trimmed = text.trim();
    if (trimmed === '') throw new Problem('reply-empty');
    const network = threads.find(comment.threadId)?.network ?? 'facebook';
    const limit = longestReply[network];
    if ([...trimmed].length > limit)
      throw new Problem('reply-too-long', { length: [...trimmed].length, limit });
    return trimmed;
  }

  function reply(input: { commentId: string; text: string; clientId: string }) {
    const answer = tools.applyOnce('inbox/reply', input.clientId, () => {
      const comment = findComment(input.commentId);
      const replyId = enqueue(comment, {
        kind: 'reply',
        text: checkText(comment, input.text),
        hidden: false,
      });
      return { replyId };
    });
    wake();
    return { ...answer, state: findItem(answer.replyId).state };
  }

  function hide(input: { commentId: string; hidden: boolean; clientId: string }): {
    state: OutboxState;
  } {
    const { id } = tools.applyOnce('inbox/hide', input.clientId, () => {
      const comment = findComment(input.commentId);
      comments.setHidden(comment.key, input.hidden);
      return { id: enqueue(comment, { kind: 'hide', text: '', hidden: input.hidden }) };
    });
    wake();
    return { state: findItem(id).state };
  }

  function privateReply(input: { commentId: string; text: string; clientId: string }): {
    state: OutboxState;
  } {
    const { id } = tools.applyOnce('inbox/privateReply', input.clientId, () => {
      const comment = findComment(input.commentId);
      const ageMs = tools.clock.now() - comment.createdAt;
      if (ageMs > privateReplyWithinMs) {
        throw new Problem('private-reply-late', { days: Math.floor(ageMs / 86_400_000) });
      }
      const waits = outbox
        .openOfThread(comment.threadId)
        .some((item) => item.kind === 'private-reply' && item.commentKey === comment.key);
      if (waits || comment.privateReplySent || comment.canReplyPrivately === false) {
        throw new Problem('private-reply-done');
      }
      return {
        id: enqueue(comment, {
          kind: 'private-reply',
          text: checkText(comment, input.text),
          hidden: false,
        }),
      };
    });
    wake();
    return { state: findItem(id).state };
  }

  /** Only what has not left can be taken back; what is unclear may have. */
  function assertNotLeft(row: OutboxRow): void {
    const mayChange = row.state === 'queued' || row.state === 'waiting' || row.state === 'refused';
    if (!mayChange) throw new Problem('outbox-not-withdrawable');
  }

  function withdraw(input: { id: string; clientId?: string | undefined }): { state: OutboxState } {
    return tools.applyOnce('inbox/withdraw', input.clientId, () => {
      const row = findItem(input.id);
      assertNotLeft(row);
      if (row.kind === 'hide') comments.setHidden(row.commentKey, !row.hidden);
      stand(parts, row, { state: 'withdrawn', nextAt: null });
      return { state: 'withdrawn' };
    });
  }

  function editReply(input: { id: string; text: string; clientId?: string | undefined }): {
    state: OutboxState;
  } {
    return tools.applyOnce('inbox/editReply', input.clientId, () => {
      const row = findItem(input.id);
      if (row.kind === 'hide' || row.state === 'refused')
        throw new Problem('outbox-not-withdrawable');
      assertNotLeft(row);
      const comment = comments.find(row.commentKey);
      if (!comment) throw new Problem('comment-gone');
      outbox.setText(row.id, checkText(comment, input.text));
      tools.events.changed('inbox', 'outbox');
      return { state: row.state };
    });
  }

  /** `not-there` sends again under a new intent; `there` takes the person's word. */
  function decide(row: OutboxRow, answer: Answer): void {
    const now = tools.clock.now();
    if (answer === 'look-again') {
      return stand(parts, row, {
        state: row.questionCode === 'parent-changed' ? 'queued' : 'uncertain',
        nextAt: 0,
        doubtAt: now,
      });
    }
    if (answer === 'there') {
      const account = parts.uses.readAccount(row.accountId);
      const parent = comments.find(row.commentKey);
      if (!account || !parent) throw new Problem('account-unknown');
      return settleSent(
        parts,
        row,
        { account, parent },
        { intentId: row.intentId, decidedBy: 'person' },
      );
    }
    if (row.intentId !== null) outbox.settleIntent(row.intentId, 'not-done', 'person', now);
    const parent = comments.find(row.commentKey);
    if (parent) outbox.setParentText(row.id, parent.text);
    stand(parts, row, { state: 'queued', nextAt: 0, intentId: null });
  }

  function answer(input: { id: string; answer: Answer; clientId?: string | undefined }): {
    state: OutboxState;
  } {
    tools.applyOnce('inbox/answer', input.clientId, () => {
      const row = findItem(input.id);
      if (row.questionCode === null) throw new Problem('outbox-not-asking');
      decide(row, input.answer);
      return {};
    });
    wake();
    return { state: findItem(input.id).state };
  }

  function mark(
    procedure: string,
    clientId: string | undefined,
    threadIds: string[],
    change: (id: string) => void,
  ) {
    return tools.applyOnce(procedure, clientId, () => {
      for (const id of threadIds) if (threads.find(id)) change(id);
      tools.events.changed('inbox');
      return { ok: true as const };
    });
  }

  function snooze(input: { threadIds: string[]; until?: string; clientId?: string | undefined }) {
    const until = input.until === undefined ? null : Date.parse(input.until);
    if (until !== null && until <= tools.clock.now()) throw new Problem('snooze-past');
    return mark('inbox/snooze', input.clientId, input.threadIds, (id) => threads.snooze(id, until));
  }

  function assign(input: {
    threadIds: string[];
    personId?: string;
    clientId?: string | undefined;
  }) {
    const personId = input.personId ?? null;
    if (personId !== null && !parts.uses.isPerson(personId)) throw new Problem('not-found');
    return mark('inbox/assign', input.clientId, input.threadIds, (id) =>
      threads.assign(id, personId),
    );
  }

  return {
    reply,
    hide,
    privateReply,
    withdraw,
    editReply,
    answer,
    markDone: (input: { threadIds: string[]; done: boolean; clientId?: string | undefined }) =>
      mark('inbox/markDone', input.clientId, input.threadIds, (id) =>
        threads.setDone(id, input.done),
      ),
    markRead: (input: { threadIds: string[]; read: boolean; clientId?: string | undefined }) =>
      mark('inbox/markRead', input.clientId, input.threadIds, (id) =>
        threads.setUnread(id, !input.read),
      ),
    markSpam: (input: { threadIds: string[]; spam: boolean; clientId?: string | undefined }) =>
      mark('inbox/markSpam', input.clientId, input.threadIds, (id) =>
        threads.setSpam(id, input.spam),
      ),
    snooze,
    assign,
  };
}
