import { Problem } from '../../shared/contract/problem.ts';
import type { Answer, OutboxState } from '../../shared/contract/shapes.ts';
import { createSettings } from '../db/settings.ts';
import { findItem } from './enqueue.ts';
import type { InboxParts } from './inbox-parts.ts';
import { hasNotLeft, mayEdit } from './outbox-rows.ts';
import type { OutboxRow } from './outbox-store.ts';
import { settleSent, stand } from './settle-item.ts';
import type { Wake, writeAnswers } from './write-answers.ts';
import { undoHere } from './write-deeds.ts';

type ClientId = { clientId?: string | undefined };

const undoKey = 'inbox.undo-seconds';
const usualUndoSeconds = 6;
/** What can be done with what waits in the outbox. */
export function outboxActions(
  parts: InboxParts,
  wake: Wake,
  checkText: ReturnType<typeof writeAnswers>['checkText'],
) {
  const { tools, comments, threads, outbox, uses } = parts;
  const settings = createSettings(tools.db);

  /** Only what has not left can be taken back; what is unclear may have. */
  const mayWithdraw = (row: OutboxRow): boolean => hasNotLeft(row) || row.state === 'refused';

  const note = ({ threadId, id }: OutboxRow, kind: string): void =>
    uses.colleagues.note({ threadId, kind, outboxId: id });

  function takeBack(row: OutboxRow): void {
    if (!mayWithdraw(row)) throw new Problem('outbox-not-withdrawable');
    note(row, 'withdrawn');
    undoHere(parts, row, false);
    const reasonCode = row.state === 'refused' ? row.reasonCode : null;
    stand(parts, row, {
      state: 'withdrawn',
      nextAt: null,
      ...(reasonCode === null ? {} : { reasonCode }),
    });
  }

  function withdraw(input: { id: string } & ClientId): { state: OutboxState } {
    return tools.applyOnce('inbox/withdraw', input.clientId, () => {
      takeBack(findItem(parts, input.id));
      return { state: 'withdrawn' };
    });
  }

  function withdrawMany(input: { ids: string[] } & ClientId): { ids: string[] } {
    return tools.applyOnce('inbox/withdrawMany', input.clientId, () => {
      const rows = known(input.ids).filter(mayWithdraw);
      for (const row of rows) takeBack(row);
      return { ids: rows.map(({ id }) => id) };
    });
  }

  const known = (ids: readonly string[]): OutboxRow[] =>
    [...new Set(ids)].flatMap((id) => outbox.find(id) ?? []);

  /** What was refused comes back as refused. */
  function restore(input: { ids: string[] } & ClientId): { ids: string[] } {
    const answer = tools.applyOnce('inbox/restore', input.clientId, () => {
      const rows = known(input.ids).filter(({ state }) => state === 'withdrawn');
      for (const row of rows) {
        const { reasonCode } = row;
        note(row, 'restored');
        if (reasonCode === null) stand(parts, row, { state: 'queued', nextAt: 0, intentId: null });
        else stand(parts, row, { state: 'refused', nextAt: null, reasonCode });
        if (reasonCode === null) undoHere(parts, row, true);
      }
      return { ids: rows.map(({ id }) => id) };
    });
    wake();
    return answer;
  }

  function checkedText(row: OutboxRow, text: string): string {
    const thread = threads.find(row.threadId);
    if (!thread || !comments.find(row.commentKey)) throw new Problem('comment-gone');
    const isMessage = row.kind === 'message' || row.kind === 'private-reply';
    return checkText(isMessage ? 'message' : 'comment', thread, text);
  }

  function editReply(input: { id: string; text: string } & ClientId): { state: OutboxState } {
    return tools.applyOnce('inbox/editReply', input.clientId, () => {
      const row = findItem(parts, input.id);
      if (!hasNotLeft(row) || !mayEdit(row)) throw new Problem('outbox-not-withdrawable');
      outbox.setText(row.id, checkedText(row, input.text));
      note(row, 'edited');
      tools.events.changed('inbox', 'outbox');
      return { state: row.state };
    });
  }

  /** A refusal proves that nothing is on the network: it goes out under a new intent. */
  function writeAgain(input: { id: string; text?: string | undefined } & ClientId): {
    state: OutboxState;
  } {
    tools.applyOnce('inbox/writeAgain', input.clientId, () => {
      const row = findItem(parts, input.id);
      if (row.state !== 'refused') throw new Problem('outbox-not-withdrawable');
      if (input.text !== undefined && mayEdit(row))
        outbox.setText(row.id, checkedText(row, input.text));
      note(row, 'again');
      sendAnew(row);
      return {};
    });
    wake();
    return { state: findItem(parts, input.id).state };
  }

  /** The comment as it is known now is what is answered. */
  function sendAnew(row: OutboxRow): void {
    const parent = comments.find(row.commentKey);
    if (parent) outbox.setParentText(row.id, parent.text);
    stand(parts, row, { state: 'queued', nextAt: 0, intentId: null });
  }

  /** All that has not left of a thread, in its new order; what is on its way stays before it. */
  function reorder(input: { threadId: string; ids: string[] } & ClientId): { ok: true } {
    const answer = tools.applyOnce('inbox/reorder', input.clientId, () => {
      const rows = outbox.openOfThread(input.threadId).filter(hasNotLeft);
      const wished = new Set(input.ids);
      const isAll = rows.length === input.ids.length && rows.every(({ id }) => wished.has(id));
      if (!isAll || wished.size !== input.ids.length) throw new Problem('outbox-moved-on');
      outbox.reorder(rows, input.ids);
      uses.colleagues.note({ threadId: input.threadId, kind: 'moved' });
      tools.events.changed('inbox', 'outbox');
      return { ok: true as const };
    });
    wake();
    return answer;
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
    sendAnew(row);
  }

  function answer(input: { id: string; answer: Answer } & ClientId): { state: OutboxState } {
    tools.applyOnce('inbox/answer', input.clientId, () => {
      const row = findItem(parts, input.id);
      if (row.questionCode === null) throw new Problem('outbox-not-asking');
      decide(row, input.answer);
      if (input.answer !== 'look-again') note(row, 'settled');
      return {};
    });
    wake();
    return { state: findItem(parts, input.id).state };
  }

  const sending = () => ({ undoSeconds: settings.get<number>(undoKey) ?? usualUndoSeconds });

  function setSending({ undoSeconds, clientId }: { undoSeconds: number } & ClientId) {
    return tools.applyOnce('inbox/setSending', clientId, () => {
      settings.set(undoKey, undoSeconds);
      tools.events.changed('outbox');
      return sending();
    });
  }

  const changes = { withdraw, withdrawMany, restore, editReply, writeAgain, reorder };
  return { ...changes, answer, sending, setSending };
}
