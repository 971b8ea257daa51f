import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../shared/contract/problem.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createJobQueue } from './job-queue.ts';
import type { JobQueue, JobRun, JobRunner } from './job-types.ts';

let tools: TestTools;
let queue: JobQueue;
let unforeseen: unknown[];

beforeEach(() => {
  tools = openTestTools();
  unforeseen = [];
  queue = open('boot-1');
});
afterEach(async () => {
  await queue.close();
  tools.close();
});

function open(bootId: string): JobQueue {
  return createJobQueue(tools, {
    bootId,
    describeProblem: ({ code }) => ({ title: code, what: '', todo: '' }),
    onError: (error) => unforeseen.push(error),
  });
}
const idle: JobRunner = () => Promise.resolve();
const untilStopped = (run: JobRun) =>
  new Promise<void>((_, reject) => {
    run.signal.addEventListener('abort', () => reject(run.signal.reason as Error));
  });
const order = { kind: 'pictures' as const, title: 'Two', total: 2, input: { some: 'thing' } };
const file = {
  path: '/a.jpg',
  widthPx: 1,
  heightPx: 1,
  assetId: 'a',
  format: '1:1' as const,
  productIds: ['p'],
  sizeBytes: 1,
};

describe('a job', () => {
  it('is not there when the change that wanted it was rolled back', () => {
    const change = () =>
      tools.transact(() => {
        queue.enqueue(order);
        throw new Error('refused');
      });
    expect(change).toThrow('refused');
    expect(queue.list('fr')).toEqual([]);
  });

  it('runs in its order, one of a kind at a time', async () => {
    const seen: string[] = [];
    const runner: JobRunner = async (run) => {
      seen.push(`begin ${run.jobId}`);
      await Promise.resolve();
      seen.push(`end ${run.jobId}`);
    };
    const first = queue.enqueue(order);
    const second = queue.enqueue(order);
    queue.start({ pictures: runner, video: idle });
    await queue.whenEnded(second);
    expect(seen).toEqual([`begin ${first}`, `end ${first}`, `begin ${second}`, `end ${second}`]);
  });

  it('is taken before the others that wait, and the list is in that order', async () => {
    const seen: string[] = [];
    const ids = ['a', 'b', 'c'].map((title) => queue.enqueue({ ...order, title }));
    const [first = '', second = '', third = ''] = ids;
    queue.toFront(third);
    const listed = () => queue.list('fr').map(({ jobId }) => jobId);
    expect(listed()).toEqual([third, first, second]);
    const pictures = (run: JobRun) => Promise.resolve(void seen.push(run.jobId));
    queue.start({ pictures, video: idle });
    await queue.whenEnded(second);
    expect(seen).toEqual([third, first, second]);
    queue.toFront(first);
    expect(queue.list('fr')).toHaveLength(3);
  });

  it('fails by the name of its problem, keeping what was made', async () => {
    const id = queue.enqueue(order);
    const runner: JobRunner = (run) => {
      run.keep('one', file);
      return Promise.reject(new Problem('disk-full'));
    };
    queue.start({ pictures: runner, video: idle });
    await queue.whenEnded(id);
    expect(queue.get(id, 'fr')).toMatchObject({ state: 'failed', code: 'disk-full', done: 1 });
    expect(unforeseen).toEqual([]);
  });

  it('tells of what nobody foresaw', async () => {
    const id = queue.enqueue(order);
    const bug = new Error('a bug');
    queue.start({ pictures: () => Promise.reject(bug), video: idle });
    await queue.whenEnded(id);
    expect(queue.get(id, 'fr')).toMatchObject({ state: 'failed', code: 'internal' });
    expect(unforeseen).toEqual([bug]);
  });

  it('stops when it is cancelled, and never starts when it had not begun', async () => {
    const running = queue.enqueue(order);
    const waiting = queue.enqueue(order);
    queue.start({ pictures: untilStopped, video: idle });
    queue.cancel(waiting);
    queue.cancel(running);
    await Promise.all([queue.whenEnded(running), queue.whenEnded(waiting)]);
    for (const id of [running, waiting])
      expect(queue.get(id, 'fr')).toMatchObject({ state: 'cancelled' });
  });

  it('F18 waits again after the studio that ran it is gone, and knows what was made', async () => {
    const id = queue.enqueue(order);
    queue.start({
      pictures: async (run) => {
        run.keep('one', file);
        await untilStopped(run);
      },
      video: idle,
    });
    await queue.close();
    expect(queue.get(id, 'fr')?.state).toBe('running');
    queue = open('boot-2');
    const made: boolean[] = [];
    queue.start({
      pictures: (run) => {
        made.push(run.isDone('one'), run.isDone('two'));
        run.keep('two', file);
        return Promise.resolve();
      },
      video: idle,
    });
    await queue.whenEnded(id);
    expect(made).toEqual([true, false]);
    expect(queue.get(id, 'fr')).toMatchObject({ state: 'done', done: 2, progressFrac: 1 });
  });
});

describe('F4 a job that ends on a full disk', () => {
  const fill = () => {
    const pages = tools.db.pragma('page_count', { simple: true }) as number;
    tools.db.pragma(`max_page_count = ${pages}`);
  };
  const free = () => tools.db.pragma('max_page_count = 1073741823');
  const fat: JobRunner = (run) => {
    fill();
    // Far more than the pages that are there can hold.
    for (let n = 0; n < 3000; n++) run.keep(`key-${n}`, { ...file, path: `/${'a'.repeat(300)}` });
    return Promise.resolve();
  };

  it('says why, without taking the studio with it, and is written down when there is room', async () => {
    queue.start({ pictures: fat, video: idle });
    const id = queue.enqueue({ ...order, total: 3000 });
    await queue.whenEnded(id);
    expect(queue.get(id, 'fr')).toMatchObject({ state: 'failed', code: 'disk-full' });
    expect(unforeseen).toEqual([]);
    free();
    await queue.close();
    queue = open('boot-2');
    expect(queue.get(id, 'fr')).toMatchObject({ state: 'failed', code: 'disk-full' });
  });

  it('lets the next one run when there is room', async () => {
    let runs = 0;
    const once: JobRunner = (run) => (runs++ === 0 ? fat(run) : Promise.resolve());
    queue.start({ pictures: once, video: idle });
    await queue.whenEnded(queue.enqueue({ ...order, total: 3000 }));
    free();
    const next = queue.enqueue(order);
    await queue.whenEnded(next);
    expect(queue.get(next, 'fr')?.state).toBe('done');
  });
});
