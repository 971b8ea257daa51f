import type { GraphFailure } from 'graph-api-client';
import { approve, poiseTarget, type Approved } from './approve-target.ts';
import { callAt } from './call-times.ts';
import { move, type EngineParts } from './engine-parts.ts';
import { judgeFailure, mayRepeatAfter } from './judge-failure.ts';
import { nextProgress } from './next-progress.ts';
import { looksAtMs, stepDelayMs } from './patience.ts';
import { nameOf, settleVerdict } from './prepare-target.ts';
import type { CallAnswer } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import { settleHanded } from './handing-over.ts';
import { settlePublished } from './settle-call.ts';
import { spacedAt } from './spacing.ts';
import type { TargetRow } from './store.ts';

/** Makes the one visible call of an intent: intent committed, one request, receipt committed. Nothing
 *  else is asked of the network at that time: all of it was looked at moments before. */
export async function publishTarget(parts: EngineParts, ready: TargetRow): Promise<void> {
  if (parts.now() < callAt(parts, ready)) return poiseTarget(parts, ready);
  const laterAt = spacedAt(parts, ready);
  if (laterAt !== undefined) {
    parts.targets.saveProgress(ready.id, ready.claim, ready.progress, laterAt);
    return;
  }
  const approved = await approve(parts, ready);
  if (!approved) return;
  parts.atPoint('publish.C1');
  const intentId = parts.tools.newId();
  const row = commitIntent(parts, approved, intentId);
  if (!row) return;
  parts.atPoint('publish.C2');
  const answer = await callOnce(parts, approved);
  parts.atPoint('publish.C4');
  keepOutcome(parts, row, intentId, answer);
  parts.atPoint('publish.C5');
}

/** The durable row before the call. Whoever gets it may call, nobody else. */
function commitIntent(
  parts: EngineParts,
  { row, context }: Approved,
  intentId: string,
): TargetRow | undefined {
  const { bootId, calls, targets, tools } = parts;
  const recipe = recipes[row.content.recipe];
  const { progress, accepted } = nextProgress(row.progress, { type: 'intended', intentId, bootId });
  if (!accepted) return undefined;
  const isOurs = tools.transact(() => {
    if (!targets.beginCall(row.id, row.claim, progress, intentId)) return false;
    calls.begin({
      id: intentId,
      targetId: row.id,
      call: recipe.call,
      handle: recipe.handle(context) ?? '',
      contentHash: row.contentHash ?? '',
      bootId,
      at: parts.now(),
    });
    tools.events.changed('targets', 'posts');
    return true;
  });
  return isOurs ? { ...row, progress, intentId, nextAt: undefined } : undefined;
}

/** One request; an error thrown on the way says nothing about what the network did. */
async function callOnce(parts: EngineParts, { row, context }: Approved): Promise<CallAnswer> {
  try {
    const answer = recipes[row.content.recipe].publish(context);
    setImmediate(() => parts.atPoint('publish.C3'));
    return await answer;
  } catch (error) {
    parts.uses.report?.('publishing: a visible call threw', { error: String(error) });
    return { kind: 'failed', failure: thrownFailure };
  }
}

const thrownFailure: GraphFailure = {
  outcome: 'unknown',
  reaction: 'retry',
  meaning: 'answer-lost',
  message: 'The answer could not be read',
};

/** Writes the outcome down. What the disk does not take is kept and written again; until then no
 *  other visible call is made. */
function keepOutcome(
  parts: EngineParts,
  row: TargetRow,
  intentId: string,
  answer: CallAnswer,
): void {
  const write = (): void => settleAnswer(parts, row, intentId, answer);
  try {
    write();
  } catch (error) {
    if (!parts.halt.noteStorageError(error)) throw error;
    parts.halt.keep(write);
  }
}

function settleAnswer(
  parts: EngineParts,
  row: TargetRow,
  intentId: string,
  answer: CallAnswer,
): void {
  if (answer.kind === 'failed') return settleFailedCall(parts, row, intentId, answer.failure);
  const { remoteId, traceId, accepted } = answer;
  if (accepted) {
    parts.tools.transact(() => {
      const now = parts.now();
      move(parts, row, { type: 'accepted', at: now }, now + looksAtMs['by-id'][0]!);
    });
    return;
  }
  const handsOver = row.content && recipes[row.content.recipe].handsOver;
  const settle = handsOver ? settleHanded : settlePublished;
  settle(parts, row, { intentId, by: 'answer', remoteId, traceId });
  const health = parts.uses.readAccount(row.accountId)?.health;
  if (health === 'restricted' || health === 'throttled') parts.uses.setHealth(row.accountId, 'ok');
}

function settleFailedCall(
  parts: EngineParts,
  row: TargetRow,
  intentId: string,
  failure: GraphFailure,
): void {
  const now = parts.now();
  parts.tools.transact(() => {
    if (failure.outcome === 'unknown') {
      if (failure.reaction === 'account') parts.uses.setHealth(row.accountId, 'restricted');
      const mayRepeat = mayRepeatAfter(failure);
      move(parts, row, { type: 'doubted', at: now, mayRepeat }, now + looksAtMs['by-id'][0]!);
      return;
    }
    parts.calls.settle(intentId, 'not-done', 'answer', now);
    if (failure.outcome === 'not-sent') parts.targets.uncountAttempt(row.id);
    const verdict = judgeFailure(failure, { now, tries: 0, mediaName: nameOf(row) });
    if (verdict.kind !== 'again') return settleVerdict(parts, row, verdict);
    const to = failure.outcome === 'not-sent' ? 'ready' : 'preparing';
    if (to === 'preparing') parts.steps.drop(row.id, 'container:finished');
    move(parts, row, { type: 'not-done', to }, now + stepDelayMs(2, parts.random));
  });
}
