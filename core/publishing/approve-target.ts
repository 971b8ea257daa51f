import type { GraphClient } from 'graph-api-client';
import type { AccountFact, AssetFact } from '../../shared/facts.ts';
import { openClient, workHold } from './account-readiness.ts';
import { limitHold } from './day-limit.ts';
import { hold, isLate, move, type EngineParts } from './engine-parts.ts';
import { freezeFor } from './freeze-for.ts';
import { hashContent, type FrozenContent } from './frozen-content.ts';
import { doubtOf } from './next-progress.ts';
import { dropSteps, refuseTarget } from './prepare-target.ts';
import { createRecipeContext } from './recipe-context.ts';
import type { RecipeContext, Staged } from './recipes/recipe.ts';
import { recipes } from './recipes/recipes.ts';
import type { TargetRow } from './store.ts';

export type Approved = { row: TargetRow & { content: FrozenContent }; context: RecipeContext };

/** Looks at everything moments before the call, so that nothing but the call is left for its second. */
export async function poiseTarget(parts: EngineParts, row: TargetRow): Promise<void> {
  if (!(await approve(parts, row))) return;
  const now = parts.now();
  parts.poised.note(row, now);
  parts.targets.saveProgress(row.id, row.claim, row.progress, Math.max(row.dueAt, now));
}

/** Everything that can be known before the call is looked at: time, line, account, the copy and its
 *  pictures, the daily limit. What takes a while is not done twice within moments. */
export async function approve(parts: EngineParts, row: TargetRow): Promise<Approved | undefined> {
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
  if (!parts.poised.has(row, parts.now()) && !(await areFilesApproved(parts, frozen, context))) {
    return undefined;
  }
  const full = await limitHold(parts, frozen, account, opened.client);
  if (full) return void hold(parts, row, full);
  // The invisible work may have lapsed while the target waited.
  if (!recipes[content.recipe].handle(context)) {
    return void move(parts, row, { type: 'claimed', bootId: parts.bootId }, parts.now());
  }
  return { row: frozen, context };
}

async function areFilesApproved(
  parts: EngineParts,
  row: Approved['row'],
  context: RecipeContext,
): Promise<boolean> {
  for (const index of row.content.media.keys()) {
    if (!isApproved(parts, row, await context.fileOf(index))) return false;
  }
  return !row.content.cover || isApproved(parts, row, await context.coverFile());
}

function isApproved(parts: EngineParts, row: TargetRow, file: Staged<AssetFact>): boolean {
  if (file.ok) return true;
  if (file.stop.kind === 'held') hold(parts, row, file.stop.why);
  else refuseTarget(parts, row, { code: 'picture-missing' });
  return false;
}

function later(parts: EngineParts, row: TargetRow): undefined {
  const at = parts.now() + parts.tools.clock.tickSeconds * 1000;
  parts.targets.saveProgress(row.id, row.claim, row.progress, at);
}

/** An edit before the call replaces the copy; after it the edit is another post. */
function wasEdited(parts: EngineParts, row: TargetRow, account: AccountFact): boolean {
  if (row.role !== 'post' || doubtOf(row.progress)) return false;
  const post = parts.uses.readPost(row.postId);
  const freeze = post && freezeFor(parts, post, account, row.dueAt);
  if (!freeze?.ok) return true;
  return hashContent(freeze.content) !== row.contentHash && !changedOnDisk(parts, row);
}

/** A picture that is another file now is not an edit: that holds the post instead. */
function changedOnDisk(parts: EngineParts, row: TargetRow): boolean {
  const { media = [], cover } = row.content ?? {};
  return [...media, ...(cover ? [cover] : [])].some(
    ({ assetId, hash }) => parts.uses.readAsset(assetId)?.hash !== hash,
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
