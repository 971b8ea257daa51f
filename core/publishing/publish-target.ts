import type { GraphClient, GraphFailure } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { openClient, workHold } from './account-readiness.ts';
import { hold, isLate, move, type EngineParts } from './engine-parts.ts';
import { freezeContent, hashContent, type FrozenContent } from './frozen-content.ts';
import { judgeFailure, mayRepeatAfter } from './judge-failure.ts';
import { doubtOf, nextProgress } from './next-progress.ts';
import { looksAtMs, stepDelayMs } from './patience.ts';
import { dropSteps, nameOf, refuseTarget, settleVerdict } from './prepare-target.ts';
import { createRecipeContext } from './recipe-context.ts';
import type { CallAnswer, RecipeContext } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import { settlePublished } from './settle-call.ts';
import type { TargetRow } from './store.ts';

type Approved = { row: TargetRow & { content: FrozenContent }; context: RecipeContext };

/** Makes the one visible call of an intent: intent committed, one request, receipt committed. */
export async function publishTarget(parts: EngineParts, ready: TargetRow): Promise<void> {
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

/** Everything that can be known before the call is looked at again now: time, line, account, the copy
 *  and its pictures, the daily limit. */
async function approve(parts: EngineParts, row: TargetRow): Promise<Approved | undefined> {
  const now = parts.now();
  if (isLate(row, now)) return void move(parts, row, { type: 'late' }, undefined);
  const { content } = row;
  if (!content || hashContent(content) !== row.contentHash) {
    return void refuseTarget(parts, row, { code: 'content-damaged' });
  }
  const account = parts.uses.readAccount(row.accountId);
  if (!account) return void refuseTarget(parts, row, { code: 'account-gone' });
  const why = workHold(parts, row, account);
  if (why) return void hold(parts, row, why);
  if (wasEdited(parts, row, account)) return startOver(parts, row);
  const opened = await openClient(parts, row.accountId);
  if (!opened.ok) return void hold(parts, row, opened.why, 'sign-in');
  if (await isClockOff(parts, opened.client)) return later(parts, row);
  const frozen = { ...row, content };
  const context = createRecipeContext(parts, frozen, account, opened.client);
  for (const index of content.media.keys()) {
    const file = await context.fileOf(index);
    if (file.ok) continue;
    if (file.stop.kind === 'held') hold(parts, row, file.stop.why);
    else refuseTarget(parts, row, { code: 'picture-missing' });
    return undefined;
  }
  if (await isOverLimit(parts, row, account, opened.client)) return undefined;
  // The invisible work may have lapsed while the target waited.
  if (!recipes[content.recipe].handle(context)) {
    return void move(parts, row, { type: 'claimed', bootId: parts.bootId }, parts.now());
  }
  return { row: frozen, context };
}

function later(parts: EngineParts, row: TargetRow): undefined {
  const at = parts.now() + parts.tools.clock.tickSeconds * 1000;
  parts.targets.saveProgress(row.id, row.claim, row.progress, at);
}

/** An edit before the call replaces the copy; after it the edit is another post. */
function wasEdited(parts: EngineParts, row: TargetRow, account: AccountFact): boolean {
  if (row.role !== 'post' || doubtOf(row.progress)) return false;
  const post = parts.uses.readPost(row.postId);
  const freeze = post && freezeContent(post, account, parts.uses.readAsset);
  if (!freeze?.ok) return true;
  return hashContent(freeze.content) !== row.contentHash && !changedOnDisk(parts, row);
}

/** A picture that is another file now is not an edit: that holds the post instead. */
function changedOnDisk(parts: EngineParts, row: TargetRow): boolean {
  return (row.content?.media ?? []).some(
    (medium) => parts.uses.readAsset(medium.assetId)?.hash !== medium.hash,
  );
}

function startOver(parts: EngineParts, row: TargetRow): undefined {
  parts.tools.transact(() => {
    if (move(parts, row, { type: 'planned' }, parts.now())) dropSteps(parts, row);
  });
}

async function isClockOff(parts: EngineParts, client: GraphClient): Promise<boolean> {
  if (!parts.clockGuard.wantsNetworkDate()) return false;
  const probe = await client.probe();
  if (probe.ok && probe.dateMs !== undefined) {
    parts.clockGuard.noteNetworkDate(probe.dateMs, parts.now());
  }
  return parts.clockGuard.isInDoubt();
}

/** Instagram tells how much of the day's limit is used; asking first costs no attempt. */
async function isOverLimit(
  parts: EngineParts,
  row: TargetRow,
  account: AccountFact,
  client: GraphClient,
): Promise<boolean> {
  if (row.network !== 'instagram' || row.role !== 'post') return false;
  const limit = await client.publishingLimit(account.remoteId);
  if (!limit.ok || limit.value.used < limit.value.total) return false;
  const { used, total } = limit.value;
  const untilAt = parts.now() + 60 * 60_000;
  hold(parts, row, { code: 'daily-limit', params: { used, total }, untilAt });
  return true;
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
  settlePublished(parts, row, { intentId, by: 'answer', remoteId, traceId });
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
