import type { Insight } from './insight-types.ts';
import type { Call, GraphResult } from './result.ts';

export type LivingInsights = {
  insights: Insight[];
  /** Metrics the network refuses: not worth asking for again for a month or so. */
  dead: string[];
};

/** Asks for `metrics`, and when the network refuses the call, for halves of them, until those it does not
 *  know stand alone: one withdrawn metric would else hide all the others. Fails with the first failure that
 *  is not about a parameter. */
export async function readWithoutDeadMetrics(
  ask: (metrics: readonly string[]) => Call<Insight[]>,
  metrics: readonly string[],
): Promise<GraphResult<LivingInsights>> {
  if (metrics.length === 0) return { ok: true, value: { insights: [], dead: [] } };
  const whole = await ask(metrics);
  if (whole.ok) return { ...whole, value: { insights: whole.value, dead: [] } };
  if (whole.failure.meaning !== 'bad-parameter') return whole;
  if (metrics.length === 1) return { ok: true, value: { insights: [], dead: [...metrics] } };
  const middle = Math.ceil(metrics.length / 2);
  const first = await readWithoutDeadMetrics(ask, metrics.slice(0, middle));
  if (!first.ok) return first;
  const second = await readWithoutDeadMetrics(ask, metrics.slice(middle));
  if (!second.ok) return second;
  return {
    ok: true,
    value: {
      insights: [...first.value.insights, ...second.value.insights],
      dead: [...first.value.dead, ...second.value.dead],
    },
  };
}
