import { expect, test } from 'vitest';
import type { ChildHandle } from '../host.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { WorkerAnswer, WorkerRequest } from './worker/worker-messages.ts';

const budgetBytes = 900_000_000;

/** A pool whose workers answer at once and then hold as much as told. */
function poolOf(heldBytes: readonly number[]) {
  const killed: number[] = [];
  let started = 0;
  let answered = 0;
  const startProcess = (): ChildHandle => {
    const worker = started++;
    let tell = (_message: WorkerAnswer) => {};
    return {
      pid: worker,
      send(message) {
        const request = message as WorkerRequest;
        if (!('id' in request)) return;
        const rssBytes = heldBytes[answered++] ?? 0;
        queueMicrotask(() => tell({ id: request.id, output: worker, rssBytes }));
      },
      onMessage: (listener) => (tell = listener),
      onExit: () => {},
      kill: () => void killed.push(worker),
    };
  };
  const pool = createWorkerPool({
    ...{ startProcess, entry: 'worker', resourcesDir: '', budgetBytes, limit: 1 },
  });
  const work = () => pool.run('readPalette', { path: 'photo.jpg' });
  return { work, killed };
}

test('a worker that still holds much of its budget makes room for another', async () => {
  const { work, killed } = poolOf([300_000_000, 500_000_000, 100_000_000]);
  expect([await work(), await work(), await work()]).toEqual([0, 0, 1]);
  expect(killed).toEqual([0]);
});

test('what it did is kept, and the next in the queue goes to the new one', async () => {
  const { work, killed } = poolOf([800_000_000, 100_000_000]);
  expect(await Promise.all([work(), work()])).toEqual([0, 1]);
  expect(killed).toEqual([0]);
});
