import type { Deed, DeedName } from '../../shared/contract/inbox-deeds.ts';
import type { InboxComment } from '../../shared/contract/inbox.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Network } from '../../shared/contract/shapes.ts';
import { humanWindowMs, messageWindowMs } from './message-window.ts';

export type MessageWindow = 'open' | 'human' | 'closed';

/** Whether a conversation may be written into; `heardAt` is the person's newest message. */
export function messageWindow(heardAt: number | undefined, now: number): MessageWindow {
  const quietMs = heardAt === undefined ? Infinity : now - heardAt;
  if (quietMs < messageWindowMs) return 'open';
  return quietMs < humanWindowMs ? 'human' : 'closed';
}

/** What decides about the deeds of one comment. */
export type DeedFacts = {
  network: Network;
  threadKind: 'comment' | 'mention' | 'message';
  mine: boolean;
  hidden: boolean;
  /** It has an author whose id the network told. */
  hasAuthor: boolean;
  privateReply: InboxComment['privateReply'];
  /** Of a conversation. */
  window: MessageWindow;
};

/** Why a deed cannot be done, as `inbox-deeds:cannot` has the sentences. */
export type CannotCode =
  | 'comment-hidden'
  | 'attach-instagram'
  | 'like-instagram'
  | 'edit-instagram'
  | 'block-instagram'
  | 'author-unknown'
  | 'not-our-post'
  | 'private-reply-late'
  | 'private-reply-done'
  | 'message-late';

/** A deed with its obstacle, if there is one. */
export type DeedVerdict = { name: DeedName; cannot?: CannotCode | undefined };

/** What the networks have: Instagram takes no like, no edit, no picture and no block through its
 *  interface; under somebody else's post nothing can be hidden or deleted. */
export function deedsOf(facts: DeedFacts): DeedVerdict[] {
  if (facts.threadKind === 'message') return facts.mine ? [] : messageDeeds(facts);
  return facts.mine ? ownDeeds(facts) : customerDeeds(facts);
}

function messageDeeds(facts: DeedFacts): DeedVerdict[] {
  const late = facts.window === 'closed' ? 'message-late' : undefined;
  return [
    { name: 'message', cannot: late },
    { name: 'attach', cannot: late },
    { name: 'block', cannot: cannotBlock(facts) },
  ];
}

function ownDeeds({ network, threadKind }: DeedFacts): DeedVerdict[] {
  const isInstagram = network === 'instagram';
  return [
    { name: 'edit', cannot: isInstagram ? 'edit-instagram' : undefined },
    {
      name: 'delete',
      cannot: isInstagram && threadKind === 'mention' ? 'not-our-post' : undefined,
    },
  ];
}

function customerDeeds(facts: DeedFacts): DeedVerdict[] {
  const isInstagram = facts.network === 'instagram';
  const elsewhere = facts.threadKind === 'mention' ? 'not-our-post' : undefined;
  const hidden = facts.hidden ? 'comment-hidden' : undefined;
  return [
    { name: 'reply', cannot: hidden },
    { name: 'mention', cannot: hidden ?? (facts.hasAuthor ? undefined : 'author-unknown') },
    { name: 'attach', cannot: isInstagram ? 'attach-instagram' : hidden },
    { name: 'private-reply', cannot: elsewhere ?? cannotAnswerPrivately(facts) },
    { name: 'like', cannot: isInstagram ? 'like-instagram' : undefined },
    { name: 'hide', cannot: elsewhere },
    { name: 'delete', cannot: elsewhere },
    { name: 'block', cannot: cannotBlock(facts) },
  ];
}

function cannotBlock({ network, hasAuthor }: DeedFacts): CannotCode | undefined {
  if (network === 'instagram') return 'block-instagram';
  return hasAuthor ? undefined : 'author-unknown';
}

function cannotAnswerPrivately({ privateReply }: DeedFacts): CannotCode | undefined {
  if (privateReply === 'late') return 'private-reply-late';
  return privateReply === 'sent' || privateReply === 'waiting' ? 'private-reply-done' : undefined;
}

/** Why a deed cannot be done; undefined where it can. */
export function obstacleTo(facts: DeedFacts, name: DeedName): CannotCode | 'not-here' | undefined {
  const verdict = deedsOf(facts).find((one) => one.name === name);
  return verdict ? verdict.cannot : 'not-here';
}

/** Throws `deed-impossible` with its reason for what cannot be done. */
export function assertDeed(facts: DeedFacts, name: DeedName): void {
  const why = obstacleTo(facts, name);
  if (why !== undefined) throw new Problem('deed-impossible', { why });
}

/** As the contract tells it; `say` gives the sentence. */
export function presentDeeds(
  verdicts: readonly DeedVerdict[],
  say: (code: CannotCode) => string,
): Deed[] {
  return verdicts.map(({ name, cannot }) =>
    cannot === undefined
      ? { name, possible: true }
      : { name, possible: false, why: { code: cannot, text: say(cannot) } },
  );
}
