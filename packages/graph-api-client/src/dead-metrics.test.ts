import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerError, answerJson, startRawNetwork } from '../test-support/raw-network.ts';
import { readWithoutDeadMetrics } from './dead-metrics.ts';
import { insightMetrics } from './insight-metrics.ts';
import type { Insight } from './insight-types.ts';
import type { GraphFailure, GraphResult } from './result.ts';

const insightOf = (name: string): Insight => ({ name, values: [], breakdowns: [] });
const refusal: GraphFailure = {
  outcome: 'not-done',
  reaction: 'fix',
  meaning: 'bad-parameter',
  message: '(#100) The value must be a valid insights metric',
};

/** A network that knows all metrics but `dead`, and fails a call that names one of those. */
function networkWithout(dead: readonly string[]) {
  const calls: (readonly string[])[] = [];
  const ask = (metrics: readonly string[]): Promise<GraphResult<Insight[]>> => {
    calls.push(metrics);
    const isRefused = metrics.some((name) => dead.includes(name));
    return Promise.resolve(
      isRefused ? { ok: false, failure: refusal } : { ok: true, value: metrics.map(insightOf) },
    );
  };
  return { ask, calls };
}

test('living metrics cost one call', async () => {
  const { ask, calls } = networkWithout([]);
  const read = await readWithoutDeadMetrics(ask, insightMetrics.page);
  expect(read).toMatchObject({ ok: true, value: { dead: [] } });
  expect(calls).toHaveLength(1);
});

test('whichever metrics are dead, the others are read and the dead are named', async () => {
  const metrics = insightMetrics.instagramReel;
  await fc.assert(
    fc.asyncProperty(fc.subarray([...metrics], { maxLength: metrics.length - 1 }), async (dead) => {
      const { ask, calls } = networkWithout(dead);
      const read = await readWithoutDeadMetrics(ask, metrics);
      if (!read.ok) throw new Error(read.failure.message);
      expect(read.value.dead).toEqual(dead);
      expect(read.value.insights.map((one) => one.name)).toEqual(
        metrics.filter((name) => !dead.includes(name)),
      );
      expect(calls.length).toBeLessThan(2 * metrics.length);
    }),
    { seed: 20261122, numRuns: 50 },
  );
});

test('where no metric lives it is the question that is wrong', async () => {
  const { ask } = networkWithout(['a', 'b', 'c']);
  const failed = { ok: false, failure: refusal };
  expect(await readWithoutDeadMetrics(ask, ['a', 'b', 'c'])).toEqual(failed);
  expect(await readWithoutDeadMetrics(ask, ['a'])).toEqual(failed);
});

test('nothing to ask for asks nothing', async () => {
  const { ask, calls } = networkWithout([]);
  expect(await readWithoutDeadMetrics(ask, [])).toEqual({
    ok: true,
    value: { insights: [], dead: [] },
  });
  expect(calls).toEqual([]);
});

test('a limit or a dead token is not the metrics’ fault', async () => {
  let asked = 0;
  const failure: GraphFailure = { ...refusal, reaction: 'reconnect', meaning: 'token-dead' };
  const ask = (): Promise<GraphResult<Insight[]>> => {
    asked += 1;
    return Promise.resolve({ ok: false, failure });
  };
  expect(await readWithoutDeadMetrics(ask, ['a', 'b'])).toEqual({ ok: false, failure });
  expect(asked).toBe(1);
});

test('finds the withdrawn metric over the wire', async () => {
  const network = await startRawNetwork((request, response) => {
    const names = request.query.get('metric')?.split(',') ?? [];
    if (names.includes('page_fans')) return answerError(response, { code: 100, message: 'metric' });
    return answerJson(response, { data: names.map((name) => ({ name, values: [{ value: 1 }] })) });
  });
  const client = network.client();
  const read = await readWithoutDeadMetrics(
    (metrics) => client.pageInsights({ pageId: '104600', metrics, period: 'day' }),
    ['page_media_view', 'page_fans', 'page_follows'],
  );
  await network.close();
  expect(read).toMatchObject({ ok: true, value: { dead: ['page_fans'] } });
  expect(read.ok && read.value.insights.map((one) => one.name)).toEqual([
    'page_media_view',
    'page_follows',
  ]);
});
