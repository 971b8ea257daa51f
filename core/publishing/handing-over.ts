import type { AccountFact, PostFact } from '../../shared/facts.ts';
import { insertChange, isOpenChange, lastChange } from './change-rows.ts';
import { move, type EngineParts } from './engine-parts.ts';
import { freezeFor, startAt } from './freeze-for.ts';
import { hashContent } from './frozen-content.ts';
import { handedOf } from './hand-on.ts';
import { nextProgress } from './next-progress.ts';
import { handedWatchMs } from './patience.ts';
import { settlePublished, type Publication } from './settle-call.ts';
import type { TargetRow } from './store.ts';

/** The network's scheduler has it: receipt and state in one transaction. It is looked at again when it
 *  should be out, and soon when an earlier call may have left a copy. */
export function settleHanded(
  parts: EngineParts,
  row: TargetRow,
  { intentId, by, remoteId, traceId }: Publication,
): void {
  const { calls, steps, tools } = parts;
  const at = parts.now();
  const handed = { at, publishAt: row.dueAt, ...(remoteId ? { remoteId } : {}) };
  const watchAt = row.dueAt + handedWatchMs;
  const wasTriedBefore = calls.handles(row.id).length > 1;
  const nextAt = wasTriedBefore ? Math.min(watchAt, at + handedWatchMs) : watchAt;
  tools.transact(() => {
    if (!move(parts, row, { type: 'handed', handed }, nextAt)) return;
    calls.settle(intentId, 'done', by, at);
    calls.receipt(intentId, remoteId, traceId, at);
    if (remoteId) steps.save(row.id, { name: 'scheduled', remoteId, detail: {}, at });
  });
}

export type Plan = { dueAt: number; graceMs: number; isNow: boolean };

/** A post that the network has already stays as it is when nothing about it changed; else it is taken
 *  back before anything else happens. */
export function replanHanded(
  parts: EngineParts,
  row: TargetRow,
  post: PostFact,
  account: AccountFact,
  plan: Plan,
): void {
  if (!plan.isNow && isAsHanded(parts, row, post, account, plan.dueAt)) return;
  takeBack(parts, row, 'plan', plan);
}

function isAsHanded(
  parts: EngineParts,
  row: TargetRow,
  post: PostFact,
  account: AccountFact,
  dueAt: number,
): boolean {
  const { progress } = row;
  const isKept = progress.state === 'scheduled' && progress.handed?.publishAt === dueAt;
  const isWanted = post.handOver ?? parts.preferences.read().handOver;
  return isKept && isWanted && isSameContent(parts, row, post, account);
}

/** Is what the network has what the post says? */
function isSameContent(
  parts: EngineParts,
  row: TargetRow,
  post: PostFact,
  account: AccountFact,
): boolean {
  const freeze = freezeFor(parts, post, account, row.dueAt);
  if (!freeze.ok || !row.content) return false;
  return hashContent({ ...freeze.content, recipe: row.content.recipe }) === row.contentHash;
}

/** Begins to take it back; afterwards it is planned anew or cancelled. */
export function takeBack(
  parts: EngineParts,
  row: TargetRow,
  aim: 'plan' | 'cancel',
  { dueAt, graceMs }: Pick<TargetRow, 'dueAt' | 'graceMs'>,
): void {
  const { progress, accepted } = nextProgress(row.progress, { type: 'recalled', aim });
  if (!accepted) return;
  parts.targets.decide(row.id, progress, { dueAt, graceMs });
  const running = lastChange(parts, row.id, 'withdrawal');
  if (running && isOpenChange(running)) return;
  insertChange(parts, row, 'withdrawal', { recipe: 'withdraw', text: '' });
}

/** What became of taking back: the post goes on from there. */
export function followWithdrawal(parts: EngineParts, withdrawal: TargetRow): void {
  const row = parts.targets.find(withdrawal.parentId ?? '');
  if (!row || !handedOf(row.progress)) return;
  const { progress } = withdrawal;
  if (progress.state === 'published') return goOn(parts, row);
  if (progress.state !== 'failed') return;
  const { code, params = {} } = progress.why;
  if (code === 'overtaken') return settleOvertaken(parts, row, params);
  const message = String(params['message'] ?? '');
  const kept = nextProgress(row.progress, { type: 'kept', code: 'take-back-failed', message });
  if (kept.accepted) parts.targets.decide(row.id, kept.progress, row);
}

function goOn(parts: EngineParts, row: TargetRow): void {
  const post = parts.uses.readPost(row.postId);
  const account = parts.uses.readAccount(row.accountId);
  const canGoOn = post?.accountIds.includes(row.accountId) === true && account !== undefined;
  const wanted = canGoOn
    ? row.progress
    : nextProgress(row.progress, { type: 'recalled', aim: 'cancel' }).progress;
  const { progress, accepted } = nextProgress(wanted, { type: 'taken-back' });
  if (!accepted) return;
  parts.steps.drop(row.id, 'scheduled');
  const isPlanned = progress.state === 'scheduled' && post && account;
  const nextAt = isPlanned
    ? startAt(parts, post, account, row.dueAt, !isSameContent(parts, row, post, account))
    : undefined;
  parts.targets.decide(row.id, progress, { ...row, nextAt });
  if (progress.state === 'cancelled') parts.uses.planEnded?.(row.postId);
  parts.tools.events.changed('targets', 'posts');
}

/** It was out before it could be taken back. What was written since is kept as a draft: the words on
 *  the network are the earlier ones. */
function settleOvertaken(
  parts: EngineParts,
  row: TargetRow,
  params: Record<string, string | number>,
): void {
  const remoteId = String(params['remoteId'] ?? '');
  const permalink = String(params['permalink'] ?? '') || undefined;
  const publishedAt = handedOf(row.progress)?.publishAt ?? row.dueAt;
  const intentId = row.intentId ?? '';
  settlePublished(parts, row, { intentId, by: 'reading', remoteId, permalink, publishedAt });
  parts.uses.planOvertaken?.(row.postId, publishedAt);
  const post = parts.uses.readPost(row.postId);
  const account = parts.uses.readAccount(row.accountId);
  if (post && account && !isSameContent(parts, row, post, account)) {
    parts.uses.keepAsDraft?.(row.postId);
  }
}
