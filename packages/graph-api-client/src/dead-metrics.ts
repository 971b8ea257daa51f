import type { Insight } from './insight-types.ts';
import type { Call, GraphResult } from './result.ts';

export type LivingInsights = {
  insights: Insight[];
  /** Metrics the network refuses: not worth asking for again for a month or so. */
  dead: string[];
};

type Ask = (metrics: readonly string[]) => Call<Insight[]>;

/** Asks for `metrics`, and when the network refuses the call, for halves of them, until those it does not
 *  know stand alone: one withdrawn metric would else hide all the others. Fails with the first failure when
 *  that is not about a parameter, or when not one metric lives: then it is the question that is wrong. */
export async function readWithoutDeadMetrics(
  ask: Ask,
  metrics: readonly string[],
): Promise<GraphResult<LivingInsights>> {
  if (metrics.length === 0) return { ok: true, value: { insights: [], dead: [] } };
  const whole = await ask(metrics);
  if (whole.ok) return { ...whole, value: { insights: whole.value, dead: [] } };
  const parts = await readHalves(ask, metrics, whole);
  return parts.ok && parts.value.dead.length === metrics.length ? whole : parts;
}

async function readHalves(
  ask: Ask,
  metrics: readonly string[],
  refused: GraphResult<Insight[]> & { ok: false },
): Promise<GraphResult<LivingInsights>> {
  if (refused.failure.meaning !== 'bad-parameter') return refused;
  if (metrics.length === 1) return { ok: true, value: { insights: [], dead: [...metrics] } };
  const middle = Math.ceil(metrics.length / 2);
  const insights: Insight[] = [];
  const dead: string[] = [];
  for (const half of [metrics.slice(0, middle), metrics.slice(middle)]) {
    const asked = await ask(half);
    const read = asked.ok ? asked : await readHalves(ask, half, asked);
    if (!read.ok) return read;
    const part = Array.isArray(read.value) ? { insights: read.value, dead: [] } : read.value;
    insights.push(...part.insights);
    dead.push(...part.dead);
  }
  return { ok: true, value: { insights, dead } };
}
