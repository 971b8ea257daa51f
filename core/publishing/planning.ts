import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact, PostFact } from '../../shared/facts.ts';
import type { EngineParts } from './engine-parts.ts';
import { startAt } from './freeze-for.ts';
import { handedOf } from './hand-on.ts';
import { replanHanded, takeBack, type Plan } from './handing-over.ts';
import { nextProgress } from './next-progress.ts';
import { dropSteps } from './prepare-target.ts';
import { discardStep } from './recipe-context.ts';
import type { TargetRow } from './store.ts';
import { lockedStates } from './target-progress.ts';

export type Planning = {
  plan(post: PostFact, dueAt: number, graceMs: number, options?: { now?: boolean }): void;
  cancel(postId: string): void;
  isLocked(postId: string): boolean;
};

/** Makes, moves and cancels targets. Synchronous: it joins the transaction of whoever asks. */
export function createPlanning(parts: EngineParts): Planning {
  const { targets, tools } = parts;
  const ofPost = (postId: string) => targets.ofPost(postId).filter((row) => row.role === 'post');

  function plan(
    post: PostFact,
    dueAt: number,
    graceMs: number,
    options: { now?: boolean } = {},
  ): void {
    const rows = ofPost(post.id);
    if (rows.some(isLockedRow)) throw new Problem('already-publishing', { postId: post.id });
    for (const row of rows) if (!post.accountIds.includes(row.accountId)) leave(parts, row);
    for (const accountId of post.accountIds) {
      const account = parts.uses.readAccount(accountId);
      if (!account) throw new Problem('account-unknown', { accountId });
      const row = rows.find((one) => one.accountId === accountId);
      if (row?.progress.state === 'published') continue;
      const at = options.now ? parts.now() : dueAt;
      const plan = { dueAt: at, graceMs, isNow: options.now === true };
      if (row && handedOf(row.progress)) replanHanded(parts, row, post, account, plan);
      else planOne(parts, row, post, account, plan);
    }
    tools.events.changed('targets', 'posts');
  }

  function cancel(postId: string): void {
    for (const row of ofPost(postId)) {
      if (handedOf(row.progress)) takeBack(parts, row, 'cancel', row);
      const { progress, accepted } = nextProgress(row.progress, { type: 'cancelled' });
      if (!accepted) continue;
      dropSteps(parts, row);
      targets.decide(row.id, progress, { dueAt: row.dueAt, graceMs: row.graceMs });
    }
    tools.events.changed('targets', 'posts');
  }

  return {
    plan: (...args) => tools.transact(() => plan(...args)),
    cancel: (postId) => tools.transact(() => cancel(postId)),
    isLocked: (postId) => ofPost(postId).some(isLockedRow),
  };
}

/** What the network has and only a person saw there cannot be taken back from here. */
function isLockedRow(row: TargetRow): boolean {
  const handed = handedOf(row.progress);
  if (handed && !handed.remoteId) return true;
  return (lockedStates as readonly string[]).includes(row.progress.state);
}

/** An account that left the post: nothing of it stays unless a call was made for it. */
function leave(parts: EngineParts, row: TargetRow): void {
  if (handedOf(row.progress)) return takeBack(parts, row, 'cancel', row);
  const { progress, accepted } = nextProgress(row.progress, { type: 'cancelled' });
  if (!accepted) return;
  dropSteps(parts, row);
  if (row.attempts === 0 && !row.intentId) parts.targets.remove(row.id);
  else parts.targets.decide(row.id, progress, { dueAt: row.dueAt, graceMs: row.graceMs });
}

function planOne(
  parts: EngineParts,
  row: TargetRow | undefined,
  post: PostFact,
  account: AccountFact,
  { dueAt, graceMs, isNow }: Plan,
): void {
  const wasChanged = row !== undefined && row.progress.state !== 'cancelled';
  const nextAt = isNow ? parts.now() : startAt(parts, post, account, dueAt, wasChanged);
  if (!row) {
    parts.targets.insert({
      id: parts.tools.newId(),
      postId: post.id,
      accountId: account.id,
      network: account.network,
      role: 'post',
      dueAt,
      graceMs,
      nextAt,
    });
    return;
  }
  const { progress, accepted } = nextProgress(row.progress, { type: 'planned' });
  if (!accepted) return;
  if (!isNow) dropHiddenPost(parts, row);
  parts.targets.decide(row.id, progress, { dueAt, graceMs, nextAt });
}

/** A post made for another time may carry that time; uploaded photos and videos stay good. */
function dropHiddenPost(parts: EngineParts, row: TargetRow): void {
  const hidden = parts.steps.read(row.id).find((step) => step.name === 'post');
  if (!hidden) return;
  discardStep(parts, row, hidden);
  parts.steps.drop(row.id, 'post');
}
