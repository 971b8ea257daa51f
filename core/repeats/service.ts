import type { FeatureTools } from '../db/feature-tools.ts';
import { poolStore } from './pool-store.ts';
import { poolCases } from './pools.ts';
import type { RepeatsUses } from './repeats-uses.ts';
import { seriesCases } from './series.ts';
import { seriesStore } from './series-store.ts';

const hourMs = 3_600_000;

export type RepeatsService = ReturnType<typeof repeatsService>;

/** Posts that come again: series in a rhythm, and pools that fill free hours. */
export function repeatsService(tools: FeatureTools, uses: RepeatsUses) {
  const { makeAhead, ...series } = seriesCases({ tools, store: seriesStore(tools.db), uses });
  const { fillAll, ...pools } = poolCases({ tools, store: poolStore(tools.db), uses });
  let nextAt = -Infinity;
  return {
    ...series,
    ...pools,
    /** Once an hour, and after a jump of the clock backwards, what is due to be made is made. */
    tick(now: number): number {
      if (now < nextAt && nextAt - now <= hourMs) return 0;
      nextAt = now + hourMs;
      return makeAhead() + fillAll();
    },
  };
}
