import { useEffect, useRef, useState } from 'react';
import { createLookLine, type DrawnLook, type LookEnd, type LookLine } from './look-line.ts';

/** A thread of its own that draws looks, for as long as this is on screen; nothing where none is wanted.
 *  `onDrawn` may keep nothing of the pixels: their memory is used again. */
export function useLookLine(
  isWanted: boolean,
  onDrawn: (drawn: DrawnLook) => void,
): LookLine | undefined {
  const latest = useRef(onDrawn);
  latest.current = onDrawn;
  const [line, setLine] = useState<LookLine>();
  useEffect(() => {
    if (!isWanted) return undefined;
    const worker = new Worker(new URL('./look-worker.ts', import.meta.url), { type: 'module' });
    setLine(createLookLine(worker as LookEnd, (drawn) => latest.current(drawn)));
    return () => {
      worker.terminate();
      setLine(undefined);
    };
  }, [isWanted]);
  return line;
}
