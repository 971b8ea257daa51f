import { useEffect, useRef, useState, type RefObject } from 'react';

/** How far below and above what is in sight something counts as seen already, in CSS pixels. */
const marginPx = 240;

/** True from the moment an element comes near enough to be looked at. */
export function useSeen<T extends Element>(): [RefObject<T | null>, boolean] {
  const place = useRef<T>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (!current || seen) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: `${marginPx}px` },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [seen]);
  return [place, seen];
}
