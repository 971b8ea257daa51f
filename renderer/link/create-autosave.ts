export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

export type Autosave<T> = {
  /** Takes the newest value; it is saved within `delayMs` of the first change not yet saved. */
  touch(value: T): void;
  /** Saves what is not saved yet, now; rejects when that fails. */
  flush(): Promise<void>;
  /** Whether something waits to be saved, or is on its way: what is stored is not the last word. */
  isAtWork(): boolean;
  /** What is not saved yet is not to be saved: other words took its place. */
  forget(): void;
  /** Stops waiting; what is not saved stays with whoever keeps it. */
  end(): void;
};

type Options<T> = {
  save: (value: T) => Promise<void>;
  delayMs: number;
  onState: (state: SaveState, error?: unknown) => void;
};

/** Saves by itself while somebody writes: one save at a time, the newest value wins, and a failed one
 *  is kept for the next try. */
export function createAutosave<T>({ save, delayMs, onState }: Options<T>): Autosave<T> {
  let pending: { value: T } | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function saveOne(value: T): Promise<void> {
    onState('saving');
    try {
      await save(value);
      onState(pending ? 'dirty' : 'saved');
    } catch (error) {
      pending ??= { value };
      onState('failed', error);
      throw error;
    }
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (running) await running.catch(() => {});
    const taken = pending;
    if (!taken) return;
    pending = undefined;
    running = saveOne(taken.value).finally(() => (running = undefined));
    await running;
  }

  return {
    touch(value) {
      pending = { value };
      onState('dirty');
      timer ??= setTimeout(() => void run().catch(() => {}), delayMs);
    },
    async flush() {
      await run();
      while (pending) await run();
    },
    isAtWork: () => pending !== undefined || running !== undefined,
    forget() {
      clearTimeout(timer);
      timer = undefined;
      pending = undefined;
      onState('clean');
    },
    end: () => clearTimeout(timer),
  };
}
