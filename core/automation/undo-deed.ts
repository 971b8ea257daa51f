import type { DeedKind } from '../../shared/contract/automation.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { AutomationParts } from './automation-parts.ts';
import type { SeenDeed } from './deed-store.ts';

/** How a deed is taken back: before it left, on the network, or on this computer alone. */
export type UndoWay = 'withdraw' | 'network' | 'here';

/** Or why not, as `automation:undo` has the sentences; without a reason where there is nothing to take back. */
export type UndoVerdict = { way: UndoWay } | { way?: undefined; why?: string };

/** Of the inbox: why the network takes no comment of ours off; undefined where it does. */
export type WhyStays = (answerKey: bigint) => string | undefined;

/** Undone, unless the network refused that, or somebody withdrew it from the outbox. */
export function isUndone({ state, undoing }: SeenDeed): boolean {
  return state === 'undone' && undoing !== 'refused' && undoing !== 'withdrawn';
}

/** Whether a deed can be taken back by now, and how. */
export function judgeUndo(deed: SeenDeed, whyStays: WhyStays): UndoVerdict {
  if (deed.state === 'not-done' || isUndone(deed)) return {};
  switch (deed.kind) {
    case 'reply':
    case 'private-reply':
      return judgeAnswer(deed, whyStays);
    case 'notify':
      return { why: 'told' };
    case 'tag':
      return deed.madeId === null ? { why: 'tag-before' } : { way: 'here' };
    case 'hide':
      return deed.isHidden ? { way: 'network' } : { why: 'shown' };
    case 'spam':
      return deed.isSpam ? { way: 'here' } : { why: 'not-spam' };
    case 'assign':
      // Of those before it was noted to whom, nobody can tell.
      if (deed.madeId !== null && deed.madeId !== deed.assigneeId) return { why: 'reassigned' };
      return { way: 'here' };
    case 'order':
      return deed.orderState === 'open' ? { way: 'here' } : { why: 'order-moved-on' };
    case 'suggest':
      return { way: 'here' };
  }
}

function judgeAnswer(
  { kind, sending, threadKind, answerKey }: SeenDeed,
  whyStays: WhyStays,
): UndoVerdict {
  if (sending === 'queued' || sending === 'waiting' || sending === 'refused')
    return { way: 'withdraw' };
  if (sending === 'sending' || sending === 'uncertain') return { why: 'on-its-way' };
  if (sending === 'withdrawn') return { why: 'withdrawn' };
  if (kind === 'private-reply' || threadKind === 'message') return { why: 'private-sent' };
  if (answerKey === null) return { why: 'answer-gone' };
  const why = whyStays(answerKey);
  return why === undefined ? { way: 'network' } : { why };
}

/** Takes a deed back, within a transaction of the caller; answers the item of the outbox that does it on the
 *  network, if there is one. Throws Problem where it cannot be. */
export function undoDeed(
  { uses, reads }: AutomationParts,
  deed: SeenDeed,
  tryId: string,
): string | undefined {
  const { inbox } = uses;
  const { way } = judgeUndo(deed, inbox.whyStays);
  if (way === undefined) throw new Problem('deed-not-undone');
  const { threadId, commentKey, answerKey, madeId, before } = deed;
  // Of its own for each time: what the network refused may be tried once more.
  const clientId = `undo:${deed.id}:${tryId}`;
  const threads = { threadIds: [threadId], clientId };
  const takeAnswer = () => {
    if (way === 'withdraw') return void (madeId && inbox.withdraw({ id: madeId, clientId }));
    if (answerKey === null) return undefined;
    inbox.remove({ commentId: String(answerKey), clientId });
    return reads.lastItem({ threadId, key: answerKey });
  };
  const undo: Partial<Record<DeedKind, () => unknown>> = {
    reply: takeAnswer,
    'private-reply': takeAnswer,
    hide() {
      inbox.hide({ commentId: String(commentKey), hidden: false, clientId });
      return reads.lastItem({ threadId, key: commentKey });
    },
    spam: () => void inbox.markSpam({ ...threads, spam: false }),
    assign: () => void inbox.assign({ ...threads, ...(before && { personId: before }) }),
    tag: () => void (madeId && uses.untag(threadId, madeId)),
    order: () => void (madeId && uses.dropOrder(madeId)),
  };
  const item = undo[deed.kind]?.();
  return typeof item === 'string' ? item : undefined;
}
