import { useEffect, useRef, useState } from 'react';
import { loadScenePhoto } from '../../../ui/scene-photos.ts';

/** Pictures by key; those of earlier addresses stay for a while, for what moves back. */
export type Bitmaps = ReadonlyMap<string, ImageBitmap>;

const mostKept = 40;

/** Loads the pictures behind addresses by key, each as it arrives; none that is still on its way keeps
 *  another waiting. */
export function useBitmaps(sources: Readonly<Record<string, string>>): Bitmaps {
  const [bitmaps, setBitmaps] = useState<Bitmaps>(new Map());
  const loading = useRef(new Map<string, AbortController>());
  const known = useRef(new Map<string, string>());
  useEffect(() => {
    for (const [key, address] of Object.entries(sources)) {
      if (known.current.get(key) === address) continue;
      known.current.set(key, address);
      const stop = new AbortController();
      loading.current.get(key)?.abort();
      loading.current.set(key, stop);
      loadScenePhoto(address, stop.signal).then(
        (image) => {
          if (!stop.signal.aborted) setBitmaps((all) => withOne(all, key, image, known.current));
        },
        () => known.current.delete(key),
      );
    }
  }, [sources]);
  useEffect(() => {
    const all = loading.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
  return bitmaps;
}

/** The newest last; the oldest goes when there are too many, and is asked for anew when it is needed. */
function withOne(
  all: Bitmaps,
  key: string,
  image: ImageBitmap,
  known: Map<string, string>,
): Bitmaps {
  const next = new Map(all);
  next.delete(key);
  next.set(key, image);
  for (const oldest of next.keys()) {
    if (next.size <= mostKept) break;
    next.delete(oldest);
    known.delete(oldest);
  }
  return next;
}
