import { hold, move, type EngineParts } from './engine-parts.ts';
import { isPending } from './next-progress.ts';
import { followPublished } from './follow-published.ts';
import { claimTarget, prepareTarget } from './prepare-target.ts';
import { publishTarget } from './publish-target.ts';
import { lookAtAccepted, lookAtUncertain } from './reconcile-target.ts';
import type { TargetRow } from './store.ts';
import { watchHanded } from './watch-handed.ts';

/** Takes one due target one step on. Every step ends with the time of the next in the database. */
export async function advanceTarget(parts: EngineParts, row: TargetRow): Promise<void> {
  const { progress } = row;
  switch (progress.state) {
    case 'scheduled':
    case 'waiting':
      if (progress.handed) return watchHanded(parts, row, progress.handed);
      claimTarget(parts, row);
      return;
    case 'preparing':
      return prepareTarget(parts, row);
    case 'ready':
      return publishTarget(parts, row);
    case 'publishing':
      return lookAtAccepted(parts, row, progress);
    case 'uncertain':
      return lookAtUncertain(parts, row, progress);
    case 'published':
      return followPublished(parts, row, progress);
    case 'failed':
    case 'missed':
    case 'cancelled':
      parts.targets.saveProgress(row.id, row.claim, progress, undefined);
      return;
    default:
      return assertNever(progress);
  }
}

/** An error that is a defect of ours must not stop the others nor be tried in a loop. */
export function setAside(parts: EngineParts, row: TargetRow, error: unknown): void {
  parts.uses.report?.('publishing: a step failed', { targetId: row.id, error: String(error) });
  const now = parts.now();
  const current = parts.targets.find(row.id);
  if (!current || current.claim !== row.claim) return;
  const { progress } = current;
  if (isPending(progress)) {
    hold(parts, current, { code: 'internal', untilAt: now + 5 * 60_000 });
  } else if (progress.state === 'publishing' && progress.acceptedAt === undefined) {
    move(parts, current, { type: 'doubted', at: now, mayRepeat: true }, now + 5_000);
  } else {
    parts.targets.saveProgress(current.id, current.claim, progress, now + 60_000);
  }
}

/** What an earlier run of the studio left behind: a call without a receipt may have been made. */
export function recoverAfterStart(parts: EngineParts): void {
  parts.tools.transact(() => {
    const now = parts.now();
    for (const row of parts.targets.inState('publishing')) {
      if (row.progress.state !== 'publishing' || row.progress.bootId === parts.bootId) continue;
      move(parts, row, { type: 'died', at: now }, now + 5_000);
    }
  });
}

function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
