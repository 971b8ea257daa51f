import type { GraphFailure } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { openClient, workHold } from './account-readiness.ts';
import { poiseAt } from './call-times.ts';
import { hold, isLate, move, type EngineParts } from './engine-parts.ts';
import { freezeFor } from './freeze-for.ts';
import { hashContent } from './frozen-content.ts';
import { judgeFailure, storeWhy, type Verdict } from './judge-failure.ts';
import { doubtOf } from './next-progress.ts';
import { maxStepTries, stepDelayMs } from './patience.ts';
import { createRecipeContext, discardStep } from './recipe-context.ts';
import { recipes } from './recipes/recipes.ts';
import type { Stop } from './recipes/recipe.ts';
import type { TargetRow } from './store.ts';

/** Takes the copy of the post that goes out, and claims the target for this run of the studio. */
export function claimTarget(parts: EngineParts, row: TargetRow): TargetRow | undefined {
  const now = parts.now();
  if (isLate(row, now)) return void move(parts, row, { type: 'late' }, undefined);
  const account = parts.uses.readAccount(row.accountId);
  if (!account) return void refuseTarget(parts, row, { code: 'account-gone' });
  const why = workHold(parts, row, account);
  if (why) return void hold(parts, row, why);
  // While a visible call is in doubt its copy stays: an edit since then is another post.
  const isFrozen = row.content && (row.role !== 'post' || doubtOf(row.progress));
  const frozen = isFrozen ? row : freezeNow(parts, row, account);
  if (!frozen) return undefined;
  return move(parts, frozen, { type: 'claimed', bootId: parts.bootId }, now);
}

function freezeNow(
  parts: EngineParts,
  row: TargetRow,
  account: AccountFact,
): TargetRow | undefined {
  const post = parts.uses.readPost(row.postId);
  if (!post) return void move(parts, row, { type: 'cancelled' }, undefined);
  const freeze = freezeFor(parts, post, account, row.dueAt);
  if (!freeze.ok) return void refuseTarget(parts, row, freeze.why);
  const contentHash = hashContent(freeze.content);
  if (contentHash !== row.contentHash) {
    const isSaved = parts.tools.transact(() => {
      if (row.content) dropSteps(parts, row);
      return parts.targets.saveContent(row.id, row.claim, freeze.content);
    });
    if (!isSaved) return undefined;
  }
  return { ...row, content: freeze.content, contentHash };
}

/** Forgets the invisible work of a target; what is hidden on the network is removed there. */
export function dropSteps(parts: EngineParts, row: TargetRow): void {
  for (const step of parts.steps.read(row.id)) discardStep(parts, row, step);
  parts.steps.dropAll(row.id);
}

/** Does the invisible steps that are due; leaves the target ready, or due again later. */
export async function prepareTarget(parts: EngineParts, row: TargetRow): Promise<void> {
  const now = parts.now();
  if (isLate(row, now)) return void move(parts, row, { type: 'late' }, undefined);
  if (!row.content || hashContent(row.content) !== row.contentHash) {
    return void refuseTarget(parts, row, { code: 'content-damaged' });
  }
  const account = parts.uses.readAccount(row.accountId);
  if (!account) return void refuseTarget(parts, row, { code: 'account-gone' });
  const why = workHold(parts, row, account);
  if (why) return void hold(parts, row, why);
  const opened = await openClient(parts, row.accountId);
  if (!opened.ok) return void hold(parts, row, opened.why, 'sign-in');
  const withContent = { ...row, content: row.content };
  const context = createRecipeContext(parts, withContent, account, opened.client);
  const prepared = await recipes[row.content.recipe].prepare(context);
  if (prepared.ok) {
    move(parts, row, { type: 'prepared' }, poiseAt(parts, row));
    return;
  }
  settleStop(parts, row, prepared.stop);
}

function settleStop(parts: EngineParts, row: TargetRow, stopped: Stop): void {
  switch (stopped.kind) {
    case 'later':
      move(parts, row, { type: 'stepped' }, stopped.at);
      return;
    case 'held':
      hold(parts, row, stopped.why, stopped.why.code === 'sign-in' ? 'sign-in' : undefined);
      return;
    case 'refused':
      refuseTarget(parts, row, stopped.why);
      return;
    case 'failed':
      settleFailure(parts, row, stopped);
      return;
    case 'lost':
      return;
  }
}

function settleFailure(
  parts: EngineParts,
  row: TargetRow,
  stopped: Extract<Stop, { kind: 'failed' }>,
): void {
  const tries = row.progress.state === 'preparing' ? row.progress.tries : 0;
  const { failure, mediaName = nameOf(row) } = stopped;
  const verdict = judgeFailure(failure, { now: parts.now(), tries, mediaName });
  if (verdict.kind !== 'again') return settleVerdict(parts, row, verdict);
  if (tries + 1 >= maxStepTries) return startAfresh(parts, row, failure);
  const nextAt = parts.now() + stepDelayMs(tries + 1, parts.random);
  move(parts, row, { type: 'step-failed' }, nextAt);
}

/** By which a person knows what is meant, where the network said it of the post as a whole. */
export function nameOf({ content }: TargetRow): string | undefined {
  return content?.media[0]?.name ?? content?.title;
}

/** What failed six times in a row may be stuck on the network's side: after a pause everything
 *  invisible is made anew, unless a visible call under the old ids is still in doubt. */
function startAfresh(parts: EngineParts, row: TargetRow, failure: GraphFailure): void {
  const { message } = failure;
  const untilAt = parts.now() + 2 * 60_000;
  const trouble = { code: 'network-trouble', params: { message }, untilAt };
  parts.tools.transact(() => {
    const held = hold(parts, row, storeWhy(failure, parts.now()) ?? trouble);
    if (held && !doubtOf(row.progress)) dropSteps(parts, row);
  });
}

export function settleVerdict(
  parts: EngineParts,
  row: TargetRow,
  verdict: Exclude<Verdict, { kind: 'again' }>,
): void {
  if (verdict.kind === 'hold') hold(parts, row, verdict.why, verdict.health);
  else refuseTarget(parts, row, verdict.why);
}

export function refuseTarget(
  parts: EngineParts,
  row: TargetRow,
  why: Parameters<typeof hold>[2],
): TargetRow | undefined {
  return move(parts, row, { type: 'refused', why }, undefined);
}
