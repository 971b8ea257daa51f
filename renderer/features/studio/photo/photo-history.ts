import { photoWorkKey, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';

/** Settings with everything that can be undone and done again. While a slider moves (`isOpen`), its
 *  steps count as one. */
export type PhotoHistory = {
  past: readonly PhotoWork[];
  now: PhotoWork;
  future: readonly PhotoWork[];
  isOpen: boolean;
};

export function startHistory(work: PhotoWork): PhotoHistory {
  return { past: [], now: work, future: [], isOpen: false };
}

/** `more` says that the same movement goes on. */
export function changeWork(history: PhotoHistory, work: PhotoWork, more: boolean): PhotoHistory {
  const isSame = photoWorkKey(work) === photoWorkKey(history.now);
  if (isSame) return { ...history, now: work, isOpen: more };
  const past = history.isOpen ? history.past : [...history.past, history.now];
  return { past, now: work, future: [], isOpen: more };
}

export function closeChange(history: PhotoHistory): PhotoHistory {
  return history.isOpen ? { ...history, isOpen: false } : history;
}

export function undoWork({ past, now, future }: PhotoHistory): PhotoHistory {
  const last = past.at(-1);
  if (!last) return { past, now, future, isOpen: false };
  return { past: past.slice(0, -1), now: last, future: [now, ...future], isOpen: false };
}

export function redoWork({ past, now, future }: PhotoHistory): PhotoHistory {
  const [next, ...rest] = future;
  if (!next) return { past, now, future, isOpen: false };
  return { past: [...past, now], now: next, future: rest, isOpen: false };
}
