import type { DeedKind, RuleDeed } from '../../shared/contract/automation.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { AutomationParts } from './automation-parts.ts';
import type { SeenDeed } from './deed-store.ts';
import { fillTexts } from './fill-texts.ts';
import type { Looked } from './look-at.ts';

/** What came of a deed: what the log keeps of it, or why it was not done. */
export type DeedEnd = {
  text?: string;
  madeId?: string | undefined;
  before?: string;
  refusal?: string;
};

/** What would be said, and why it cannot be. */
export function wordsFor(deed: RuleDeed, looked: Looked): { text?: string; refusal?: string } {
  if (deed.kind === 'tag') return { text: deed.tag };
  if (!('texts' in deed)) return {};
  const { text, unfilled } = fillTexts(deed.texts, looked.asking());
  return { text, ...(unfilled.length > 0 && { refusal: `unfilled:${unfilled.join(', ')}` }) };
}

/** Does it, within the transaction that logs it. What the inbox refuses is a reason, not an error. */
export function doDeed(
  parts: AutomationParts,
  deed: RuleDeed,
  looked: Looked,
  clientId: string,
): DeedEnd {
  const words = wordsFor(deed, looked);
  if (words.refusal !== undefined) return words;
  try {
    // A step back to here where it fails midway: what else is done to the comment stays.
    const done = parts.tools.db.transaction(() =>
      perform(parts, deed, looked, words.text, clientId),
    );
    return { ...words, ...done() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...words, refusal: error.code };
  }
}

function perform(
  { uses, reads }: AutomationParts,
  deed: RuleDeed,
  { comment }: Looked,
  text = '',
  clientId: string,
): DeedEnd {
  const { inbox } = uses;
  const { threadId, assigneeId } = comment;
  const commentId = String(comment.key);
  const threads = { threadIds: [threadId], clientId };
  switch (deed.kind) {
    case 'reply':
      return { madeId: inbox.reply({ commentId, text, clientId }).replyId };
    case 'private-reply':
      if (comment.kind === 'message')
        return { madeId: inbox.reply({ commentId, text, clientId }).replyId };
      inbox.privateReply({ commentId, text, clientId });
      return { madeId: reads.lastItem(comment) };
    case 'tag':
      return { madeId: uses.tag(threadId, deed.tag) };
    case 'assign':
      if (!uses.isPerson(deed.personId)) return { refusal: 'person-gone' };
      inbox.assign({ ...threads, personId: deed.personId });
      return { before: assigneeId ?? '' };
    case 'hide':
      inbox.hide({ commentId, hidden: true, clientId });
      return {};
    case 'spam':
      inbox.markSpam({ ...threads, spam: true });
      return {};
    case 'order':
      return { madeId: uses.draftOrder(comment.key) };
    case 'suggest':
    case 'notify':
      return {};
  }
}

const notLeft: readonly (OutboxState | null)[] = ['queued', 'waiting', 'refused'];

/** An answer that has left and a note that was shown are beyond taking back. */
export function canUndo({ kind, state, sending, madeId }: SeenDeed): boolean {
  if (state !== 'done' || kind === 'notify') return false;
  if (kind === 'reply' || kind === 'private-reply') return notLeft.includes(sending);
  return kind !== 'tag' || madeId !== null;
}

/** Takes a deed back. Throws Problem where that is too late. */
export function undoDeed({ uses }: AutomationParts, deed: SeenDeed): void {
  if (!canUndo(deed)) throw new Problem('deed-not-undone');
  const { inbox } = uses;
  const { threadId, madeId, before } = deed;
  const clientId = `undo:${deed.id}`;
  const threads = { threadIds: [threadId], clientId };
  const undo: Partial<Record<DeedKind, () => unknown>> = {
    reply: () => madeId && inbox.withdraw({ id: madeId, clientId }),
    'private-reply': () => madeId && inbox.withdraw({ id: madeId, clientId }),
    hide: () => inbox.hide({ commentId: String(deed.commentKey), hidden: false, clientId }),
    spam: () => inbox.markSpam({ ...threads, spam: false }),
    assign: () => inbox.assign({ ...threads, ...(before && { personId: before }) }),
    tag: () => madeId && uses.untag(threadId, madeId),
    order: () => madeId && uses.dropOrder(madeId),
  };
  undo[deed.kind]?.();
}
