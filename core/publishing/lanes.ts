import { isOver, openClient } from './account-readiness.ts';
import { openAccountLane, type AccountLane } from './account-lane.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Discard } from './step-store.ts';

export type Lanes = {
  /** One round over all that is due; resolves when every account is through. */
  round(now: number): Promise<void>;
  /** Starts nothing more; resolves when what is under way has ended, or after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
};

const maxDiscardTries = 8;

/** Accounts side by side: none waits for another. */
export function createLanes(parts: EngineParts): Lanes {
  const running = new Map<string, AccountLane>();
  let isStopped = false;
  const mayWork = (): boolean => !isStopped && !isDiskHalted(parts);
  const ended = (): Promise<void>[] => [...running.values()].map((lane) => lane.ended);

  function start(accountId: string): void {
    if (running.get(accountId)?.lookAgain()) return;
    const lane = openAccountLane(parts, accountId, mayWork);
    const forget = () => running.get(accountId) === own && running.delete(accountId);
    const own = { ...lane, ended: lane.ended.finally(forget) };
    running.set(accountId, own);
  }

  async function round(now: number): Promise<void> {
    if (isStopped) return;
    parts.halt.retry(now);
    if (isDiskHalted(parts)) return;
    releaseWaiting(parts, now);
    for (const accountId of parts.targets.dueAccounts(now)) start(accountId);
    await Promise.all(ended());
    await removeHidden(parts, now, () => isStopped);
  }

  return {
    round: (now) => guardStorage(parts, () => round(now)),
    async stop(patienceMs) {
      isStopped = true;
      const timeout = Promise.withResolvers<void>();
      const timer = setTimeout(timeout.resolve, patienceMs);
      await Promise.race([Promise.allSettled(ended()), timeout.promise]);
      clearTimeout(timer);
    },
  };
}

async function guardStorage(parts: EngineParts, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!parts.halt.noteStorageError(error)) throw error;
  }
}

function isDiskHalted(parts: EngineParts): boolean {
  return parts.halt.code()?.startsWith('disk') ?? false;
}

/** Work whose line or account is back comes due now. */
function releaseWaiting(parts: EngineParts, now: number): void {
  for (const row of parts.targets.inState('waiting')) {
    if (row.progress.state !== 'waiting' || row.nextAt !== undefined) continue;
    // Comes due when it was taken back, by itself.
    if (row.progress.handed) continue;
    if (isOver(parts, row, row.progress.why)) parts.targets.lookAt(row.id, now);
  }
}

/** Hidden posts of cancelled and changed targets are removed from the network when it can be reached. */
async function removeHidden(
  parts: EngineParts,
  now: number,
  isStopped: () => boolean,
): Promise<void> {
  if (!parts.uses.isOnline()) return;
  for (const discard of parts.steps.discardsDue(now)) {
    if (isStopped()) return;
    const isDone = await removeOne(parts, discard);
    if (isDone || discard.tries >= maxDiscardTries) parts.steps.forgetDiscard(discard);
    else parts.steps.postponeDiscard(discard, now + 60_000 * 2 ** discard.tries);
  }
}

async function removeOne(parts: EngineParts, { accountId, remoteId }: Discard): Promise<boolean> {
  if (!parts.uses.readAccount(accountId)) return true;
  const opened = await openClient(parts, accountId);
  if (!opened.ok) return false;
  const result = await opened.client.discardHidden(remoteId);
  return result.ok || result.failure.reaction === 'gone';
}
