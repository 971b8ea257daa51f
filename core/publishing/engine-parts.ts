import type { FeatureTools } from '../db/feature-tools.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { CallStore } from './call-store.ts';
import { createCallStore } from './call-store.ts';
import { createClockGuard, type ClockGuard } from './clock-guard.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { createHalt, type Halt } from './halt.ts';
import { createKillPoint, type AtPoint } from '../db/kill-point.ts';
import { nextProgress, type TargetEvent } from './next-progress.ts';
import { createLimitStore, type LimitStore } from './limit-store.ts';
import { createPoised, type Poised } from './poised.ts';
import type { PublishingUses } from './publishing-uses.ts';
import { createStepStore, type StepStore } from './step-store.ts';
import { createTargetStore, type TargetRow, type TargetStore } from './store.ts';
import type { TargetProgress, Why } from './target-progress.ts';

/** What every part of the engine works with. */
export type EngineParts = {
  tools: FeatureTools;
  uses: PublishingUses;
  targets: TargetStore;
  calls: CallStore;
  steps: StepStore;
  limits: LimitStore;
  poised: Poised;
  halt: Halt;
  clockGuard: ClockGuard;
  /** Tells this run of the studio from earlier ones: their work is not ours. */
  bootId: string;
  random: () => number;
  atPoint: AtPoint;
  preferences: Preferences;
  /** Joins the transaction in which a target came to stand elsewhere. */
  afterMove(row: TargetRow): void;
  now(): number;
};

export function createEngineParts(
  tools: FeatureTools,
  uses: PublishingUses,
  options: { random?: () => number; atPoint?: AtPoint } = {},
): EngineParts {
  const halt = createHalt(tools.db, (code) => uses.onHalt?.(code));
  return {
    tools,
    uses,
    targets: createTargetStore(tools.db),
    calls: createCallStore(tools.db),
    steps: createStepStore(tools.db),
    limits: createLimitStore(tools.db),
    poised: createPoised(),
    halt,
    clockGuard: createClockGuard(tools.clock.manual, (isOff) => halt.setClockOff(isOff)),
    bootId: tools.newId(),
    random: options.random ?? Math.random,
    atPoint: options.atPoint ?? createKillPoint(),
    preferences: createPreferences(tools.db),
    afterMove: () => {},
    now: () => tools.clock.now(),
  };
}

/** Applies an event to a target and saves where it stands; undefined when the event makes no sense
 *  there or the target was decided otherwise meanwhile: then nothing was written. */
export function move(
  parts: EngineParts,
  row: TargetRow,
  event: TargetEvent,
  nextAt: number | undefined,
): TargetRow | undefined {
  const { progress, accepted } = nextProgress(row.progress, event);
  if (!accepted) {
    parts.uses.report?.('publishing: event made no sense', {
      targetId: row.id,
      state: row.progress.state,
      event: event.type,
    });
    return undefined;
  }
  const isSaved = parts.tools.transact(() => {
    if (!parts.targets.saveProgress(row.id, row.claim, progress, nextAt)) return false;
    if (isNews(row.progress, progress)) parts.tools.events.changed('targets', 'posts');
    if (row.progress.state !== progress.state) parts.afterMove({ ...row, progress, nextAt });
    return true;
  });
  return isSaved ? { ...row, progress, nextAt } : undefined;
}

/** A poll or another look is no news for a window. */
function isNews(before: TargetProgress, after: TargetProgress): boolean {
  const askedOf = (progress: TargetProgress) =>
    progress.state === 'uncertain' ? progress.asked?.code : undefined;
  return before.state !== after.state || askedOf(before) !== askedOf(after);
}

/** When a waiting target is looked at again: at its time, or when what it waits for is over. */
export function hold(
  parts: EngineParts,
  row: TargetRow,
  why: Why,
  health?: AccountFact['health'],
): TargetRow | undefined {
  if (health) parts.uses.setHealth(row.accountId, health, why.code);
  const told = untilPauseEnds(parts, row, why);
  return move(parts, row, { type: 'held', why: told }, told.untilAt);
}

/** A pause of the whole account may last longer than what one call was told. */
function untilPauseEnds(parts: EngineParts, row: TargetRow, why: Why): Why {
  const pausedUntil = parts.uses.pausedUntil(row.accountId);
  if (why.code !== 'throttled' || pausedUntil === undefined) return why;
  return { ...why, untilAt: Math.max(why.untilAt ?? 0, pausedUntil) };
}

export function isLate(row: TargetRow, now: number): boolean {
  return row.graceMs !== undefined && now > row.dueAt + row.graceMs;
}
