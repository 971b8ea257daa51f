/** States before and after now. Steps of one gesture, told by its key, are undone together. */
export type History<T> = {
  past: readonly T[];
  now: T;
  future: readonly T[];
  gesture: string | undefined;
};

export function startHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], gesture: undefined };
}

/** Goes on to `next`. With the `gesture` of the step before it takes that step's place. */
export function step<T>(history: History<T>, next: T, gesture?: string): History<T> {
  if (next === history.now) return history;
  const goesOn = gesture !== undefined && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.now];
  return { past, now: next, future: [], gesture };
}

/** What comes next begins a step of its own. */
export function endGesture<T>(history: History<T>): History<T> {
  return history.gesture === undefined ? history : { ...history, gesture: undefined };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    now: before as T,
    future: [history.now, ...history.future],
    gesture: undefined,
  };
}

export function redo<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history;
  return {
    past: [...history.past, history.now],
    now: history.future[0] as T,
    future: history.future.slice(1),
    gesture: undefined,
  };
}
