import type { RuleDeed } from '../../shared/contract/automation.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { AutomationParts } from './automation-parts.ts';
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
      return { madeId: deed.personId, before: assigneeId ?? '' };
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
