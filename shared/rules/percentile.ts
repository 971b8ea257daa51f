/** The value below which a share of sorted values lies, between two of them as spreadsheets do it
 *  (PERCENTILE.INC); undefined where there are none. */
export function percentile(sorted: readonly number[], frac: number): number | undefined {
  const at = (sorted.length - 1) * frac;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) return undefined;
  return low + (high - low) * (at - Math.floor(at));
}
