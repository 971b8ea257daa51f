import type { GraphFailure } from 'graph-api-client';
import type { OutboxRow, Standing } from './outbox-store.ts';

/** Reads made after an unclear answer, counted from the call: 5, 30, 120 and 600 s. */
export const looksAtMs = [5_000, 30_000, 120_000, 600_000];
/** Nothing stays unclear longer than this without a person being asked. */
export const unsettledPatienceMs = 15 * 60_000;
export const privateReplyWithinMs = 7 * 86_400_000;
const minuteMs = 60_000;

/** Where an item stands after a visible call that failed. Only answers that prove that nothing happened
 *  let it go on; everything else is unclear and is read first. */
export function afterFailure(failure: GraphFailure, now: number): Standing {
  if (failure.outcome === 'unknown') {
    return { state: 'uncertain', nextAt: now + (looksAtMs[0] ?? 0), doubtAt: now };
  }
  const isPaused = failure.outcome === 'not-sent' && failure.retryAfterMs !== undefined;
  if (failure.outcome === 'not-sent' && !isPaused) {
    return { state: 'waiting', nextAt: 0, reasonCode: 'offline', intentId: null };
  }
  const wait = (reasonCode: string, until: number): Standing => ({
    state: 'waiting',
    nextAt: until,
    reasonCode,
    reasonUntil: until,
    intentId: null,
  });
  switch (failure.reaction) {
    case 'wait':
      return wait('throttled', now + (failure.retryAfterMs ?? 15 * minuteMs));
    case 'not-ready':
    case 'retry':
    case 'rebuild':
      return wait('network-busy', now + minuteMs);
    // A person ends these, no time does: none is told.
    case 'reconnect':
      return { ...wait('sign-in', now + minuteMs), reasonUntil: undefined };
    case 'permission':
      return { ...wait(permissionReason(failure), now + 5 * minuteMs), reasonUntil: undefined };
    case 'account':
      return wait('restricted', now + 60 * minuteMs);
    case 'gone':
      return { state: 'refused', nextAt: null, reasonCode: goneReason(failure), intentId: null };
    case 'duplicate':
    case 'fix':
    case 'unknown':
      return { state: 'refused', nextAt: null, reasonCode: refusedReason(failure), intentId: null };
  }
}

function goneReason({ meaning }: GraphFailure): string {
  return meaning === 'person-unreachable' ? meaning : 'comment-gone';
}

function refusedReason({ meaning }: GraphFailure): string {
  return meaning === 'message-window' ? 'message-late' : 'network-refused';
}

/** With the permission's name where the network said it: `permission:pages_manage_engagement`. */
function permissionReason({ permission }: GraphFailure): string {
  return permission === undefined ? 'permission' : `permission:${permission}`;
}

/** A reason's code and, where it has one, the name that goes with it. */
export function splitReason(reasonCode: string): { code: string; name?: string } {
  const [code = '', name] = reasonCode.split(':');
  return name === undefined ? { code } : { code, name };
}

/** A value that can be set again without harm: reading decides it as soon as the network can be read,
 *  so there is nothing to ask a person. */
export const isSetAgain = ({ kind }: Pick<OutboxRow, 'kind'>): boolean => setAgain.has(kind);

const setAgain = new Set<OutboxRow['kind']>(['hide', 'like', 'delete', 'edit', 'block']);

/** After a read that could not decide: the next read, or a person is asked. */
export function afterLook(
  row: Pick<OutboxRow, 'kind' | 'looks' | 'doubtAt'>,
  now: number,
): Standing {
  const doubtAt = row.doubtAt ?? now;
  const looks = row.looks + 1;
  const next = looksAtMs[looks];
  if (next !== undefined)
    return { state: 'uncertain', nextAt: Math.max(now + 1000, doubtAt + next), doubtAt, looks };
  if (!isSetAgain(row)) return ask('outcome-unknown', doubtAt, looks);
  return { state: 'uncertain', nextAt: now + 10 * minuteMs, doubtAt, looks };
}

/** A person decides; nothing is sent until then. */
export function ask(questionCode: string, doubtAt: number | null, looks = 0): Standing {
  const state = questionCode === 'parent-changed' ? 'waiting' : 'uncertain';
  return { state, nextAt: null, doubtAt, looks, questionCode };
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Texts as networks hand them back: line ends, blanks and invisible marks may differ. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const mention = /@\[\d+(?::[^\]]*)?\]/;

/** The same for an answer: whoever is named in it by number comes back by name. */
export function sameWords(sent: string, found: string): boolean {
  if (sameText(sent, found)) return true;
  const [first = '', ...rest] = plain(sent).split(mention);
  if (rest.length === 0) return false;
  let left = plain(found);
  if (!left.startsWith(first)) return false;
  left = left.slice(first.length);
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    // A name stands before each part; the last part ends the text.
    const at = isLast ? left.length - part.length : left.indexOf(part, 1);
    if (at < 1 || left.slice(at, at + part.length) !== part) return false;
    left = left.slice(at + part.length);
  }
  return left === '';
}
