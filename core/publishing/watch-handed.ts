import { move, type EngineParts } from './engine-parts.ts';
import { openClient, readHold } from './account-readiness.ts';
import { handedPatienceMs, handedWatchMs } from './patience.ts';
import { createRecipeContext } from './recipe-context.ts';
import { readNetwork } from './reconcile-target.ts';
import { findCopies } from './recipes/facebook-scheduled.ts';
import { settlePublished } from './settle-call.ts';
import type { TargetRow } from './store.ts';
import type { Handed } from './target-progress.ts';

const lookAgainMs = 60_000;

/** Looks whether the network's scheduler did as told. Reads only, but for a copy that an earlier
 *  unclear call left: that is removed before anybody sees it. */
export async function watchHanded(
  parts: EngineParts,
  row: TargetRow,
  handed: Handed,
): Promise<void> {
  const { publishAt } = handed;
  if (parts.now() < publishAt) {
    const isDone = await removeCopies(parts, row);
    const nextAt = isDone ? publishAt + handedWatchMs : parts.now() + lookAgainMs;
    parts.targets.saveProgress(row.id, row.claim, row.progress, nextAt);
    return;
  }
  const reading = await readNetwork(parts, row);
  const intentId = row.intentId ?? '';
  if (reading.kind === 'found' && !reading.handed) {
    const { remoteId, permalink } = reading;
    const publishedAt = publishAt;
    settlePublished(parts, row, { intentId, by: 'reading', remoteId, permalink, publishedAt });
    return;
  }
  const now = parts.now();
  const isMissing = reading.kind !== 'unread' && now >= publishAt + handedPatienceMs;
  // In doubt since its time: a person hears of it without another wait.
  if (isMissing) move(parts, row, { type: 'unseen', intentId, at: publishAt }, now);
  else parts.targets.saveProgress(row.id, row.claim, row.progress, now + lookAgainMs);
}

/** False when the network could not be read. */
async function removeCopies(parts: EngineParts, row: TargetRow): Promise<boolean> {
  const account = parts.uses.readAccount(row.accountId);
  if (!account || !row.content || readHold(parts, account)) return false;
  const opened = await openClient(parts, row.accountId);
  if (!opened.ok) return false;
  const frozen = { ...row, content: row.content };
  const context = createRecipeContext(parts, frozen, account, opened.client);
  const waiting = await context.client.scheduledPosts({
    pageId: account.pageRemoteId,
    limit: 100,
  });
  if (!waiting.ok) return false;
  const ours = context.steps.get('scheduled')?.remoteId;
  for (const copy of findCopies(context, waiting.value.items)) {
    if (ours && copy.id !== ours) parts.steps.discard(row.accountId, copy.id, parts.now());
  }
  return true;
}
