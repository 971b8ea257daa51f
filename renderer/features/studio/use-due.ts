import { useEffect, useState } from 'react';

/** Whether what costs time may be drawn: at once, or after the scrolling that brought it into view; then
 *  for good. */
export function useDue(isScrolling: boolean): boolean {
  const [isDue, setDue] = useState(!isScrolling);
  useEffect(() => {
    if (!isScrolling) setDue(true);
  }, [isScrolling]);
  return isDue;
}
