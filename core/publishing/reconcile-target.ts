import { openClient, readHold } from './account-readiness.ts';
import { withPastDoubt } from './after-clock-change.ts';
import { decideAfterLook, type AfterLook } from './decide-after-look.ts';
import { hold, move, type EngineParts } from './engine-parts.ts';
import { pollDelayMs, processingPatienceMs } from './patience.ts';
import { createRecipeContext } from './recipe-context.ts';
import type { Reading } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import { settleHanded } from './handing-over.ts';
import { settlePublished } from './settle-call.ts';
import type { TargetRow } from './store.ts';
import type { ProgressOf } from './target-progress.ts';

const notRead: Reading = {
  kind: 'unread',
  failure: { outcome: 'not-sent', reaction: 'wait', meaning: 'not-asked', message: 'Not asked' },
};

/** Asks the network what became of a call. Reads only. */
export async function readNetwork(parts: EngineParts, row: TargetRow): Promise<Reading> {
  const account = parts.uses.readAccount(row.accountId);
  if (!account || !row.content || readHold(parts, account)) return notRead;
  const opened = await openClient(parts, row.accountId);
  if (!opened.ok) return notRead;
  const frozen = { ...row, content: row.content };
  const context = createRecipeContext(parts, frozen, account, opened.client);
  const reading = await recipes[row.content.recipe].look(context);
  if (reading.kind === 'unread' && reading.failure.reaction === 'reconnect') {
    parts.uses.setHealth(row.accountId, 'sign-in');
  }
  return reading;
}

/** One look at a target whose call has no clear outcome, and what follows from it. */
export async function lookAtUncertain(
  parts: EngineParts,
  found: TargetRow,
  stored: ProgressOf<'uncertain'>,
): Promise<void> {
  const progress = withPastDoubt(stored, parts.now());
  const row = { ...found, progress };
  const reading = await readNetwork(parts, row);
  const now = parts.now();
  const patience = row.content ? recipes[row.content.recipe].patience : 'searched';
  const decision = withoutAsking(
    row,
    reading,
    decideAfterLook(progress, reading, { now, patience }),
  );
  parts.tools.transact(() => applyDecision(parts, row, progress.intentId, decision));
}

function applyDecision(
  parts: EngineParts,
  row: TargetRow,
  intentId: string,
  decision: AfterLook,
): void {
  const now = parts.now();
  switch (decision.kind) {
    case 'found': {
      const { remoteId, permalink } = decision;
      const settle = decision.handed ? settleHanded : settlePublished;
      settle(parts, row, { intentId, by: 'reading', remoteId, permalink });
      return;
    }
    case 'refused':
      if (!move(parts, row, { type: 'refused', why: decision.why }, undefined)) return;
      parts.calls.settle(intentId, 'not-done', 'reading', now);
      return;
    case 'clear':
      clearDoubt(parts, row, intentId, decision.pauseUntilAt);
      return;
    case 'look':
      if (decision.counts) move(parts, row, { type: 'looked' }, decision.at);
      else parts.targets.saveProgress(row.id, row.claim, row.progress, decision.at);
      return;
    case 'ask': {
      const looked = decision.counts ? move(parts, row, { type: 'looked' }, decision.lookAt) : row;
      if (looked)
        move(parts, looked, { type: 'asked', code: decision.code, at: now }, decision.lookAt);
      return;
    }
  }
}

/** Where reading by id decides everything nobody is asked: what the network keeps refusing fails, what
 *  cannot be read is looked at later. */
function withoutAsking(row: TargetRow, reading: Reading, decision: AfterLook): AfterLook {
  const undone = row.content && recipes[row.content.recipe].undone;
  if (!undone) return decision;
  const isRefused = decision.kind === 'clear' && decision.pauseUntilAt !== undefined;
  if (isRefused) return { kind: 'refused', why: { code: undone } };
  if (decision.kind !== 'ask') return decision;
  if (reading.kind === 'unpublished') return { kind: 'refused', why: { code: undone } };
  return { kind: 'look', at: decision.lookAt, counts: false };
}

/** The call did nothing: it may be made again under the same id, at once or after a pause that the
 *  person is told of. */
function clearDoubt(
  parts: EngineParts,
  row: TargetRow,
  intentId: string,
  pauseUntilAt: number | undefined,
): void {
  const cleared = move(parts, row, { type: 'cleared' }, parts.now());
  if (!cleared) return;
  parts.calls.settle(intentId, 'not-done', 'reading', parts.now());
  if (pauseUntilAt === undefined) return;
  hold(parts, cleared, { code: 'network-trouble', untilAt: pauseUntilAt });
}

/** The network took it and works on it: published only when reading says so. */
export async function lookAtAccepted(
  parts: EngineParts,
  row: TargetRow,
  progress: ProgressOf<'publishing'>,
): Promise<void> {
  const reading = await readNetwork(parts, row);
  const now = parts.now();
  // Not ahead, should the clock have been set back meanwhile.
  const acceptedAt = Math.min(progress.acceptedAt ?? now, now);
  const { intentId } = progress;
  if (reading.kind === 'found') {
    const { remoteId, permalink } = reading;
    settlePublished(parts, row, { intentId, by: 'reading', remoteId, permalink });
    return;
  }
  if (reading.kind === 'refused') {
    parts.tools.transact(() => {
      parts.calls.settle(intentId, 'not-done', 'reading', now);
      move(parts, row, { type: 'refused', why: reading.why }, undefined);
    });
    return;
  }
  if (now - acceptedAt < processingPatienceMs) {
    const at = now + pollDelayMs(now - acceptedAt);
    parts.targets.saveProgress(row.id, row.claim, { ...progress, acceptedAt }, at);
    return;
  }
  // Taken and not shown: should its id say so, the same call under the same id changes nothing.
  move(parts, row, { type: 'doubted', at: acceptedAt, mayRepeat: true }, now);
}
