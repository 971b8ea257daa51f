import { useEffect, useRef, type RefObject } from 'react';

/** Runs `run` when Escape is pressed inside the element, and lets no outer one hear of it. */
export function useEscape(element: RefObject<HTMLElement | null>, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const inside = element.current;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    inside?.addEventListener('keydown', listen);
    return () => inside?.removeEventListener('keydown', listen);
  }, [element]);
}
