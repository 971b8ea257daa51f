import { advanceTarget, setAside } from './advance-target.ts';
import { callAt } from './call-times.ts';
import type { EngineParts } from './engine-parts.ts';
import type { TargetRow } from './store.ts';

/** The work of one account, for as long as something of it is due. */
export type AccountLane = {
  /** Something else may have come due meanwhile. False when the lane has ended already. */
  lookAgain(): boolean;
  /** Resolves when nothing is due any more; rejects when the database fails. */
  ended: Promise<void>;
};

/** What a step of a target takes: the one place from which visible calls leave, so that they leave one
 *  after another; uploads and the rest of the invisible work, some side by side; or a mere look. */
export type Slot = 'call' | 'prepare' | 'look';

const places: Record<Slot, number> = { call: 1, prepare: 2, look: 1 };
/** A target that keeps coming due within one round has no say over the others. */
const maxStepsPerRound = 40;

export function slotOf(parts: EngineParts, row: TargetRow): Slot {
  switch (row.progress.state) {
    case 'ready':
      return callAt(parts, row) <= parts.now() ? 'call' : 'look';
    case 'publishing':
    case 'uncertain':
    case 'published':
      return 'look';
    default:
      return 'prepare';
  }
}

/** Starts what is due and fits; a slow upload delays neither the calls nor the looks of its account. */
export function openAccountLane(
  parts: EngineParts,
  accountId: string,
  mayWork: () => boolean,
): AccountLane {
  const steps = new Map<string, number>();
  const busy = new Map<string, { slot: Slot; done: Promise<void> }>();
  let nudge = Promise.withResolvers<void>();
  let isEnded = false;

  function isFree(row: TargetRow): boolean {
    const slot = slotOf(parts, row);
    const used = [...busy.values()].filter((one) => one.slot === slot).length;
    return used < places[slot];
  }

  function startWhatFits(): void {
    for (;;) {
      const due = parts.targets.due(accountId, parts.now());
      const row = due.find(
        (one) => !busy.has(one.id) && (steps.get(one.id) ?? 0) < maxStepsPerRound && isFree(one),
      );
      if (!row || !mayWork()) return;
      steps.set(row.id, (steps.get(row.id) ?? 0) + 1);
      const done = stepOn(parts, row).finally(() => busy.delete(row.id));
      busy.set(row.id, { slot: slotOf(parts, row), done });
    }
  }

  async function run(): Promise<void> {
    for (;;) {
      if (mayWork()) startWhatFits();
      if (busy.size === 0) {
        isEnded = true;
        return;
      }
      nudge = Promise.withResolvers();
      await Promise.race([nudge.promise, ...[...busy.values()].map((one) => one.done)]);
    }
  }

  return {
    lookAgain() {
      steps.clear();
      nudge.resolve();
      return !isEnded;
    },
    ended: run(),
  };
}

async function stepOn(parts: EngineParts, row: TargetRow): Promise<void> {
  try {
    await advanceTarget(parts, row);
  } catch (error) {
    if (parts.halt.noteStorageError(error)) return;
    try {
      setAside(parts, row, error);
    } catch (second) {
      if (!parts.halt.noteStorageError(second)) throw second;
    }
  }
}
