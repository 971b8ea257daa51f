import { useEffect, useState } from 'react';

/** True when the person asked their system for less movement. */
export function useReducedMotion(): boolean {
  const [reduced, setReduced] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const read = (): void => setReduced(list.matches);
    list.addEventListener('change', read);
    return () => list.removeEventListener('change', read);
  }, []);
  return reduced;
}

const query = '(prefers-reduced-motion: reduce)';

/** Calls `draw` with the time of each frame, from `fromMs` round and round to `durationMs`. Answers how
 *  to stop. */
export function playScene(
  fromMs: number,
  durationMs: number,
  draw: (timeMs: number) => void,
): () => void {
  let startedAt: number | undefined;
  const step = (nowMs: number): void => {
    startedAt ??= nowMs - fromMs;
    draw((nowMs - startedAt) % durationMs);
    frame = requestAnimationFrame(step);
  };
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
