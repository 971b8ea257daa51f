import type { Topic } from '../../shared/contract/app.ts';

/** What happened inside the studio. Windows hear only the topics. */
export type StudioEvent =
  | { type: 'changed'; topic: Topic }
  | {
      type: 'target-published';
      targetId: string;
      postId: string;
      accountId: string;
      remoteId: string;
    }
  | { type: 'line'; online: boolean };

export type EventBus = {
  emit(event: StudioEvent): void;
  /** Shorthand for `changed`. */
  changed(...topics: Topic[]): void;
  /** Answers how to stop listening. */
  on(listener: (event: StudioEvent) => void): () => void;
  /** Runs `work`; what it emits is delivered after it returns and dropped if it throws. */
  afterCommit<T>(work: () => T): T;
};

export function createEventBus(onError: (error: unknown) => void = () => {}): EventBus {
  const listeners = new Set<(event: StudioEvent) => void>();
  let held: StudioEvent[] | undefined;

  function deliver(event: StudioEvent): void {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        onError(error);
      }
    }
  }

  function emit(event: StudioEvent): void {
    if (held) held.push(event);
    else deliver(event);
  }

  function afterCommit<T>(work: () => T): T {
    if (held) return work();
    held = [];
    let done = false;
    try {
      const value = work();
      done = true;
      return value;
    } finally {
      const events = held;
      held = undefined;
      if (done) events.forEach(deliver);
    }
  }

  return {
    emit,
    changed: (...topics) => topics.forEach((topic) => emit({ type: 'changed', topic })),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    afterCommit,
  };
}
