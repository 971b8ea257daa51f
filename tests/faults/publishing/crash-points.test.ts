import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';
import { startCrashChild, takeClockBack } from './run-crash-child.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const points = ['C1', 'C2', 'C3', 'C4', 'C5'];

describe.each(kinds)('F44 $name', (kind) => {
  it.each(points)('is published exactly once although the studio dies at %s', async (point) => {
    const post = await kind.write(harness);
    harness.publishNow(post);
    const { ended } = startCrashChild(harness, { killAt: `publish.${point}`, forMs: minuteMs });
    const end = await ended;
    expect(end, end.errors).toMatchObject({ signal: 'SIGKILL', output: '' });
    await takeClockBack(harness, minuteMs);

    harness.restart();
    await harness.pass(20 * minuteMs);
    const target = harness.target(post);
    const effects = (await harness.effects()).filter((effect) => effect.kind === kind.effect);
    if (kind.searched && target.state !== 'published') {
      expect(target.question).toBeDefined();
      expect(effects.length).toBeLessThanOrEqual(1);
      return;
    }
    expect(target).toMatchObject({ state: 'published' });
    expect(effects).toHaveLength(1);
    // Repeating the same call is a new decision: one intent for each.
    expect(target.attempts).toBeLessThanOrEqual(2);
  });
});

describe('F18 a studio that died', () => {
  it('leaves a call without a receipt as uncertain, never as scheduled', async () => {
    const [kind] = kinds;
    const post = await kind!.write(harness);
    harness.publishNow(post);
    await startCrashChild(harness, { killAt: 'publish.C2', forMs: minuteMs }).ended;
    await takeClockBack(harness, minuteMs);
    harness.restart();
    expect(harness.target(post)).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect(harness.publishing.isLocked(post.id)).toBe(true);
    expect(() => harness.publishNow(post)).toThrow('already-publishing');
  });

  it('goes on with invisible work where it was', async () => {
    const post = await kinds[2]!.write(harness);
    harness.publishNow(post);
    await startCrashChild(harness, { killAt: 'publish.C1', forMs: minuteMs }).ended;
    await takeClockBack(harness, minuteMs);
    harness.restart();
    expect(harness.target(post)).toMatchObject({ state: 'ready', attempts: 0 });
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    const uploads = (await harness.control.journal()).filter((entry) =>
      JSON.stringify(entry).includes('/photos'),
    );
    expect(uploads).toHaveLength(3);
  });

  it('may be killed from outside while the network has the call', async () => {
    const post = await kinds[0]!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'slow-after', count: 1 });
    harness.publishNow(post);
    const { child, ended } = startCrashChild(harness, { forMs: minuteMs });
    const deadline = AbortSignal.timeout(20_000);
    while ((await harness.effects()).length === 0) deadline.throwIfAborted();
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    await takeClockBack(harness, minuteMs);
    harness.restart();
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });
});
