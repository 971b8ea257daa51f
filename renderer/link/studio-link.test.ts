import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { Carrier } from './carrier.ts';
import { backoffMs, createStudioLink } from './studio-link.ts';

type Answer = (input: unknown) => Promise<unknown>;

/** A connection whose answers and whose end the test decides. */
function testCarrier(answer: Answer): Carrier & { break: () => void } {
  let open = true;
  let end = (): void => {};
  const closed = new Promise<void>((resolve) => (end = resolve));
  const close = () => {
    open = false;
    end();
  };
  return {
    call: (_path, input) => answer(input),
    isOpen: () => open,
    closed,
    close,
    break: close,
  };
}

let ids = 0;
const prepareInput = (_path: readonly string[], input: unknown) => ({
  ...(input as object),
  clientId: `id-${(ids += 1)}`,
});
const options = { context: {} };

test('F90 a change cut off midway is sent again under the same id', async () => {
  const seen: unknown[] = [];
  const first: Carrier & { break: () => void } = testCarrier((input) => {
    seen.push(input);
    first.break();
    return Promise.reject(new Error('closed'));
  });
  const second = testCarrier((input) => {
    seen.push(input);
    return Promise.resolve('done');
  });
  const carriers = [first, second];
  const link = createStudioLink({
    openCarrier: () => Promise.resolve(carriers.shift() ?? second),
    pause: () => Promise.resolve(),
    prepareInput,
  });
  expect(await link.call(['posts', 'cancel'], { postId: 'p' }, options)).toBe('done');
  expect(seen).toHaveLength(2);
  expect(seen[0]).toEqual(seen[1]);
});

test('does not send again what the studio answered with a problem', async () => {
  let calls = 0;
  const carrier = testCarrier(() => {
    calls += 1;
    return Promise.reject(new ORPCError('time-past'));
  });
  const link = createStudioLink({
    openCarrier: () => Promise.resolve(carrier),
    pause: () => Promise.resolve(),
    prepareInput,
  });
  await expect(link.call(['posts', 'schedule'], {}, options)).rejects.toMatchObject({
    code: 'time-past',
  });
  expect(calls).toBe(1);
});

test('tries to connect until it works, says so, and waits longer each time', async () => {
  const pauses: number[] = [];
  const states: string[] = [];
  let tries = 0;
  const link = createStudioLink({
    openCarrier: () => {
      tries += 1;
      if (tries < 4) return Promise.reject(new Error('refused'));
      return Promise.resolve(testCarrier(() => Promise.resolve(7)));
    },
    pause: (attempt) => {
      pauses.push(backoffMs(attempt));
      return Promise.resolve();
    },
    prepareInput: (_path, input) => input,
  });
  link.onState(() => states.push(link.state()));
  expect(await link.call(['app', 'info'], undefined, options)).toBe(7);
  expect(pauses).toEqual([250, 500, 1000]);
  expect(states).toEqual(['lost', 'open']);
});

test('a call that is aborted while there is no line ends at once', async () => {
  const link = createStudioLink({
    openCarrier: () => new Promise(() => {}),
    pause: () => Promise.resolve(),
    prepareInput: (_path, input) => input,
  });
  const stop = new AbortController();
  const call = link.call(['app', 'info'], undefined, { ...options, signal: stop.signal });
  stop.abort(new Error('gone'));
  await expect(call).rejects.toThrow('gone');
});

test('waits at most five seconds between two tries', () => {
  expect(backoffMs(0)).toBe(250);
  expect(backoffMs(50)).toBe(5_000);
});
