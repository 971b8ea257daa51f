const stepsMs = [1_000, 4_000, 15_000, 60_000, 60_000];

/** How long to wait before attempt `attempt` + 1 of a read or an invisible call: 1, 4, 15, 60, 60 s with
 *  a fifth of jitter either way; undefined after the sixth attempt. `random` is in [0, 1). Visible calls
 *  are never repeated so. */
export function retryDelayMs(attempt: number, random: number): number | undefined {
  const stepMs = stepsMs[attempt - 1];
  return stepMs === undefined ? undefined : Math.round(stepMs * (0.8 + 0.4 * random));
}
