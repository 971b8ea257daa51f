import type { Target } from '../../shared/contract/publishing.ts';
import type { Reason } from '../../shared/contract/shapes.ts';
import { lastChange } from './change-rows.ts';
import type { EngineParts } from './engine-parts.ts';
import { handedOf } from './hand-on.ts';
import type { TargetRow } from './store.ts';
import type { Why } from './target-progress.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** What the network's scheduler has of a target, and what is being changed about it. */
export function presentChange(
  parts: EngineParts,
  row: TargetRow,
  presentWhy: (why: Why) => Reason,
): Pick<Target, 'handedOver' | 'removedAt' | 'change'> {
  const handed = handedOf(row.progress);
  const change = lastChange(parts, row.id, 'text', 'deletion');
  const isShown = change && change.progress.state !== 'cancelled';
  const { removedAt } = row;
  return {
    ...(handed && {
      handedOver: {
        at: iso(handed.at),
        ...(handed.remoteId ? { remoteId: handed.remoteId } : {}),
        ...(row.progress.state === 'waiting' ? { takingBack: true } : {}),
      },
    }),
    ...(removedAt === undefined ? {} : { removedAt: iso(removedAt) }),
    ...(isShown && {
      change: {
        kind: change.role === 'text' ? 'text' : 'deletion',
        state: change.progress.state,
        at: iso(change.dueAt),
        ...withReason(change, presentWhy),
      },
    }),
  };
}

function withReason({ progress }: TargetRow, presentWhy: (why: Why) => Reason) {
  if (progress.state !== 'waiting' && progress.state !== 'failed') return {};
  return { reason: presentWhy(progress.why) };
}

/** What holds up taking it back, as no line, says more than that it is being taken back. */
export function takingBackWhy(parts: EngineParts, row: TargetRow): Why | undefined {
  if (row.progress.state !== 'waiting' || !row.progress.handed) return undefined;
  const withdrawal = lastChange(parts, row.id, 'withdrawal');
  if (withdrawal?.progress.state !== 'waiting') return undefined;
  const { why } = withdrawal.progress;
  return why.code === 'offline' ? { ...why, code: 'taking-back-offline' } : why;
}
