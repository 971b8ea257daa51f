/** What background reading may still ask of one account's network. */
export type PollBudget = { calls: number; at: number };

/** Small shops have small limits; publishing and answering come first. */
export const callsAnHour = 1_200;
/** Saved while nothing was read, for what came in meanwhile. */
export const mostSaved = 200;
/** In one go, so that no account keeps the newest posts waiting for its oldest. */
export const mostAtOnce = 40;

const hourMs = 3_600_000;

/** The share of the pace at this share of the limit: half from 50 %, nothing from 75 % on. */
export function paceAt(usedPercent: number): number {
  if (usedPercent >= 75) return 0;
  return usedPercent >= 50 ? 0.5 : 1;
}

/** The budget as it stands now; a clock that was set back neither adds nor takes. */
export function refill(
  budget: PollBudget | undefined,
  now: number,
  usedPercent: number,
): PollBudget {
  if (!budget) return { calls: mostSaved, at: now };
  const passedMs = Math.max(0, now - budget.at);
  const gained = (passedMs / hourMs) * callsAnHour * paceAt(usedPercent);
  return { calls: Math.min(mostSaved, budget.calls + gained), at: now };
}

/** How many calls may be made in one go. */
export function allowance({ calls }: PollBudget, usedPercent: number): number {
  return Math.max(0, Math.min(Math.floor(calls), Math.ceil(mostAtOnce * paceAt(usedPercent))));
}
