import { checkBefore, type Sending } from './check-before.ts';
import type { InboxParts } from './inbox-parts.ts';
import { makeCall, type Ready } from './make-call.ts';
import { hasNotLeft, limitOf } from './outbox-rows.ts';
import { afterFailure } from './outbox-step.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { readyPicture } from './ready-picture.ts';
import { settleSent, stand } from './settle-item.ts';

/** A pause of the whole account may last longer than what one call was told. */
function untilPauseEnds(parts: InboxParts, row: OutboxRow, standing: Standing): Standing {
  const pausedUntil = parts.uses.pausedUntil(row.accountId, limitOf(row));
  if (standing.reasonCode !== 'throttled' || pausedUntil === undefined) return standing;
  const until = Math.max(standing.reasonUntil ?? 0, pausedUntil);
  return { ...standing, nextAt: until, reasonUntil: until };
}

/** Makes the one visible call of an item: the intent is on disk before it, the receipt after it. */
async function callOnce(
  parts: InboxParts,
  row: OutboxRow,
  sending: Sending,
  ready: Ready,
): Promise<void> {
  const { tools, outbox, atPoint } = parts;
  const intentId = tools.newId();
  atPoint('reply.C1');
  tools.transact(() => {
    outbox.addIntent(intentId, row.id, parts.bootId, tools.clock.now());
    stand(parts, row, { state: 'sending', nextAt: null, intentId });
  });
  atPoint('reply.C2');
  const result = await makeCall(parts, row, sending, ready);
  atPoint('reply.C3');
  const claimed = { ...row, intentId };
  if (result.ok) {
    atPoint('reply.C4');
    const remoteId = result.value.commentId ?? result.value.messageId;
    settleSent(parts, claimed, sending, {
      intentId,
      remoteId,
      decidedBy: 'answer',
      traceId: result.traceId,
    });
    atPoint('reply.C5');
    return;
  }
  const now = tools.clock.now();
  const standing = untilPauseEnds(parts, row, afterFailure(result.failure, now));
  tools.transact(() => {
    const outcome = standing.state === 'uncertain' ? 'unknown' : 'not-done';
    outbox.settleIntent(intentId, outcome, 'answer', now);
    stand(parts, claimed, {
      ...standing,
      intentId: standing.state === 'uncertain' ? intentId : null,
    });
  });
}

/** The item as it stands now, while it has not left: it may have been withdrawn or changed meanwhile. */
function stillHere(parts: InboxParts, { id }: OutboxRow): OutboxRow | undefined {
  const current = parts.outbox.find(id);
  return current && hasNotLeft(current) ? current : undefined;
}

/** One step of an item that has not left yet. */
export async function sendItem(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<void> {
  const standing = await checkBefore(parts, row, sending);
  // Reading took time.
  const current = stillHere(parts, row);
  if (!current || current.seq !== row.seq) return;
  if (standing?.state === 'sent')
    return settleSent(parts, current, sending, { intentId: null, decidedBy: 'reading' });
  if (standing) return stand(parts, current, untilPauseEnds(parts, current, standing));
  const made = await readyPicture(parts, current, sending);
  const last = stillHere(parts, current);
  if (!last || isChanged(last, current)) return;
  if ('standing' in made) stand(parts, last, untilPauseEnds(parts, last, made.standing));
  else await callOnce(parts, last, sending, made.ready);
}

/** Moved back in its thread, or given other words, while its picture was made ready: the next step
 *  begins anew. */
const isChanged = (row: OutboxRow, before: OutboxRow): boolean =>
  row.text !== before.text || row.seq !== before.seq;
