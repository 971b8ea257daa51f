import { Problem } from '../../shared/contract/problem.ts';
import type { ChildHandle, Host } from '../host.ts';
import type { WorkerAnswer, WorkerOp, WorkerOps, WorkerRequest } from './worker/worker-messages.ts';

export type WorkerPoolOptions = {
  startProcess: Host['startProcess'];
  entry: string;
  resourcesDir: string;
  /** Where the fonts that the merchant brought stand. */
  fontsDir?: string;
  budgetBytes: number;
  /** How many workers at most; they start when there is work and end when there is none. */
  limit?: number;
  idleMs?: number;
};

export type RunOptions = {
  signal?: AbortSignal | undefined;
  onProgress?: ((frac: number) => void) | undefined;
  /** Goes before what waits: somebody looks at an empty frame. */
  urgent?: boolean;
  /** Once begun it may take so long; then its worker is ended, and it fails as `import-slow`. */
  limitMs?: number;
};

export type WorkerPool = {
  /** Has a worker do one thing. Throws a Problem by name, also when the worker dies of it, and the
   *  signal's reason when cancelled. */
  run<Op extends WorkerOp>(
    op: Op,
    input: WorkerOps[Op]['input'],
    options?: RunOptions,
  ): Promise<WorkerOps[Op]['output']>;
  close(): Promise<void>;
};

type Task = {
  id: number;
  request: WorkerRequest;
  options: RunOptions;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
};
type Slot = {
  child: ChildHandle;
  task?: Task | undefined;
  idle?: NodeJS.Timeout;
  limit?: NodeJS.Timeout | undefined;
  exited: Promise<void>;
};

/** For the allocator of Linux. It keeps a store for each thread otherwise, and what one frees another cannot
 *  use; and once a photo was freed it would put the next into that store, in pieces that never fit again: a
 *  hundred megabytes a worker (measured). A frame of a film, 8.3 MB, is used again from the store. */
const leanStore = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '9000000' };

/** A worker that still holds this share of its budget after a task leaves the next one too little. */
const mostHeld = 0.5;
/** A cancelled worker that does not answer within this time is killed. */
const cancelPatienceMs = 700;

/** Runs heavy work in child processes, each doing one thing at a time. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { limit = 2, idleMs = 30_000 } = options;
  const slots = new Set<Slot>();
  const waiting: Task[] = [];
  let lastId = 0;
  let closed = false;

  function startSlot(): Slot {
    const child = options.startProcess(options.entry, {
      args: [options.resourcesDir, options.fontsDir ?? ''],
      env: { VIPS_BLOCK_UNTRUSTED: '1', ...leanStore },
    });
    let exit = () => {};
    const slot: Slot = { child, exited: new Promise((resolve) => (exit = resolve)) };
    slots.add(slot);
    child.onMessage((message) => hear(slot, message as WorkerAnswer));
    child.onExit((code, signal) => {
      slots.delete(slot);
      exit();
      settle(slot, new Problem('render-crashed', { exitCode: code, signal }));
      next();
    });
    return slot;
  }

  function hear(slot: Slot, message: WorkerAnswer): void {
    if (!('id' in message)) {
      if ('ready' in message) return;
      if (message.rssBytes > options.budgetBytes) stopFat(slot, message.rssBytes);
      return;
    }
    if (slot.task?.id !== message.id) return;
    if ('progressFrac' in message) return slot.task.options.onProgress?.(message.progressFrac);
    if ('output' in message) settle(slot, undefined, message.output);
    else settle(slot, toProblem(message));
    if (message.rssBytes > options.budgetBytes * mostHeld) end(slot);
    next();
  }

  function stopFat(slot: Slot, rssBytes: number): void {
    const params = {
      mb: Math.round(rssBytes / 1e6),
      limitMb: Math.round(options.budgetBytes / 1e6),
    };
    settle(slot, new Problem('render-memory', params));
    end(slot);
    next();
  }

  function end(slot: Slot): void {
    slots.delete(slot);
    slot.child.kill();
  }

  function settle(slot: Slot, error: Problem | undefined, output?: unknown): void {
    const { task } = slot;
    slot.task = undefined;
    clearTimeout(slot.limit);
    if (!task) return;
    const { signal } = task.options;
    if (error && signal?.aborted) task.reject(signal.reason);
    else if (error) task.reject(error);
    else task.resolve(output);
  }

  function next(): void {
    if (closed) return;
    for (const slot of slots) if (!slot.task && waiting.length > 0) give(slot, waiting.shift());
    while (waiting.length > 0 && slots.size < limit) give(startSlot(), waiting.shift());
    for (const slot of slots) if (!slot.task) rest(slot);
  }

  function give(slot: Slot, task: Task | undefined): void {
    if (!task) return;
    clearTimeout(slot.idle);
    slot.task = task;
    slot.child.send(task.request);
    if (task.options.limitMs !== undefined) keepTime(slot, task, task.options.limitMs);
    task.options.signal?.addEventListener('abort', () => cancel(task, slot), { once: true });
  }

  /** A decoder that runs in circles hears no message: its process is ended. */
  function keepTime(slot: Slot, task: Task, limitMs: number): void {
    slot.limit = setTimeout(() => {
      if (slot.task !== task) return;
      settle(slot, new Problem('import-slow', { seconds: Math.round(limitMs / 1000) }));
      end(slot);
      next();
    }, limitMs);
    slot.limit.unref();
  }

  function rest(slot: Slot): void {
    clearTimeout(slot.idle);
    slot.idle = setTimeout(() => {
      if (!slot.task) end(slot);
    }, idleMs);
    slot.idle.unref();
  }

  function cancel(task: Task, slot: Slot): void {
    if (slot.task !== task) return;
    slot.child.send({ cancel: task.id } satisfies WorkerRequest);
    setTimeout(() => {
      if (slot.task === task) slot.child.kill();
    }, cancelPatienceMs).unref();
  }

  function withdraw(task: Task): void {
    const index = waiting.indexOf(task);
    if (index < 0) return;
    waiting.splice(index, 1);
    task.reject(task.options.signal?.reason);
  }

  return {
    run(op, input, runOptions = {}) {
      if (closed) return Promise.reject(new Error('the media workers are closed'));
      if (runOptions.signal?.aborted) return Promise.reject(runOptions.signal.reason as Error);
      const id = ++lastId;
      return new Promise<never>((resolve, reject) => {
        const request = { id, op, input } as WorkerRequest;
        const task: Task = {
          id,
          request,
          options: runOptions,
          resolve: resolve as (output: unknown) => void,
          reject,
        };
        if (runOptions.urgent) waiting.unshift(task);
        else waiting.push(task);
        runOptions.signal?.addEventListener('abort', () => withdraw(task), { once: true });
        next();
      });
    },
    async close() {
      closed = true;
      const running = [...slots];
      for (const task of waiting.splice(0)) task.reject(new Error('the media workers are closed'));
      for (const slot of running) {
        clearTimeout(slot.idle);
        slot.child.kill();
      }
      await Promise.all(running.map((slot) => slot.exited));
    },
  };
}

function toProblem(message: Extract<WorkerAnswer, { code: unknown }>): Problem {
  const cause = message.detail ? new Error(message.detail) : undefined;
  return new Problem(message.code, message.params, { cause });
}
