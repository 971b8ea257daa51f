import { Problem } from '../../shared/contract/problem.ts';
import type { Answer } from '../../shared/contract/shapes.ts';
import { lastChange } from './change-rows.ts';
import type { EngineParts } from './engine-parts.ts';
import { handedOf } from './hand-on.ts';
import { settleHanded, takeBack } from './handing-over.ts';
import { nextProgress } from './next-progress.ts';
import { dropSteps } from './prepare-target.ts';
import { settlePublished } from './settle-call.ts';
import type { TargetRow } from './store.ts';
import type { ProgressOf } from './target-progress.ts';

export type Answering = {
  /** A person says what the network could not. Answers the post it is about. */
  answer(targetId: string, answer: Answer): string;
  /** Tries a target again after its cause was mended. */
  retry(targetId: string): string;
};

export function createAnswering(parts: EngineParts): Answering {
  function find(targetId: string): TargetRow {
    const row = parts.targets.find(targetId);
    if (!row) throw new Problem('not-found', { targetId });
    return row;
  }

  return {
    answer(targetId, answer) {
      const row = find(targetId);
      const asking = [row, parts.targets.childOf(targetId)].find(isAsking);
      if (!asking) throw new Problem('target-not-asking', { targetId });
      takeAnswer(parts, asking, asking.progress, answer);
      parts.tools.events.changed('targets', 'posts');
      return row.postId;
    },
    retry(targetId) {
      const row = find(targetId);
      const change = lastChange(parts, targetId, 'text', 'deletion', 'withdrawal');
      const stuck = [row, parts.targets.childOf(targetId), change].find(isStuck);
      if (!stuck) throw new Problem('target-not-retryable', { targetId });
      if (handedOf(stuck.progress)) {
        takeBack(parts, stuck, aimOf(stuck), stuck);
        parts.tools.events.changed('targets', 'posts');
        return row.postId;
      }
      const { progress } = nextProgress(stuck.progress, { type: 'planned' });
      const now = parts.now();
      // A person asks for it now: it goes out at once, or at its time when that is still ahead.
      const graceMs = stuck.dueAt > now ? stuck.graceMs : undefined;
      parts.targets.decide(stuck.id, progress, { dueAt: stuck.dueAt, graceMs, nextAt: now });
      parts.tools.events.changed('targets', 'posts');
      return row.postId;
    },
  };
}

type Asking = TargetRow & { progress: ProgressOf<'uncertain'> };

export function isAsking(row: TargetRow | undefined): row is Asking {
  return row?.progress.state === 'uncertain' && row.progress.asked !== undefined;
}

/** What was to follow once it is taken back. */
function aimOf({ progress }: TargetRow): 'plan' | 'cancel' {
  return (progress.state === 'waiting' ? progress.aim : undefined) ?? 'cancel';
}

function isStuck(row: TargetRow | undefined): row is TargetRow {
  return row?.progress.state === 'failed' || row?.progress.state === 'waiting';
}

function takeAnswer(
  parts: EngineParts,
  row: Asking,
  progress: ProgressOf<'uncertain'>,
  answer: Answer,
): void {
  const now = parts.now();
  switch (answer) {
    case 'there': {
      const { intentId } = progress;
      const isAhead = row.content?.recipe === 'facebook-scheduled' && row.dueAt > now;
      const settle = isAhead ? settleHanded : settlePublished;
      settle(parts, row, { intentId, by: 'person', remoteId: knownId(parts, row) });
      return;
    }
    case 'not-there':
      return denied(parts, row, progress, now);
    case 'look-again': {
      const next = nextProgress(progress, { type: 'look-again', at: now }).progress;
      parts.targets.decide(row.id, next, { dueAt: row.dueAt, graceMs: row.graceMs, nextAt: now });
      return;
    }
    default:
      return assertNever(answer);
  }
}

/** A new intent at once, however late. Where the id itself said that nobody sees it, the same id is
 *  shown; else everything is made anew. */
function denied(
  parts: EngineParts,
  row: Asking,
  progress: ProgressOf<'uncertain'>,
  now: number,
): void {
  const { bootId } = parts;
  const keepsId = progress.asked?.code === 'not-visible' || progress.asked?.code === 'in-progress';
  parts.calls.settle(progress.intentId, 'not-done', 'person', now);
  if (!keepsId) dropSteps(parts, row);
  const next = nextProgress(progress, { type: 'denied', bootId, keepsId }).progress;
  // What was handed over ahead of its time keeps its time.
  const dueAt = Math.max(row.dueAt, now);
  parts.targets.decide(row.id, next, { dueAt, nextAt: now });
}

/** On Facebook the object we were about to show has its id already. */
function knownId(parts: EngineParts, row: Asking): string | undefined {
  if (row.network !== 'facebook' || row.role !== 'post') return undefined;
  if (row.content?.recipe === 'facebook-story') return undefined;
  if (row.content?.recipe === 'facebook-scheduled') {
    return parts.steps.read(row.id).find((step) => step.name === 'scheduled')?.remoteId;
  }
  return parts.calls.find(row.progress.intentId)?.handle || undefined;
}

function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
