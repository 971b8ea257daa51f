import { useEffect, useRef, useState } from 'react';
import type { ScenePhoto } from '../../shared/scene/draw-context.ts';

export type ScenePhotos = ReadonlyMap<string, ScenePhoto>;

/** Fetches one picture as pixels, without letting the screen's colour profile change them. */
export async function loadScenePhoto(address: string, signal?: AbortSignal): Promise<ImageBitmap> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`picture: ${answer.status}`);
  return createImageBitmap(await answer.blob(), { colorSpaceConversion: 'none' });
}

/** The pictures behind `sources` (addresses by key); nothing while any of them is still on its way. Those
 *  loaded before are kept, so a change of a word needs no new ones. */
export function useScenePhotos(sources: Readonly<Record<string, string>>): {
  photos: ScenePhotos | undefined;
  error: Error | undefined;
} {
  const [found, setFound] = useState<{ wanted: string; photos: ScenePhotos }>();
  const [error, setError] = useState<Error>();
  const loaded = useRef(new Map<string, ImageBitmap>());
  const wanted = JSON.stringify(sources);
  useEffect(() => {
    const stop = new AbortController();
    const entries = Object.entries(JSON.parse(wanted) as Record<string, string>);
    const keep = async ([key, address]: [string, string]): Promise<[string, ScenePhoto]> => {
      const image = loaded.current.get(address) ?? (await loadScenePhoto(address, stop.signal));
      loaded.current.set(address, image);
      return [key, { image, widthPx: image.width, heightPx: image.height }];
    };
    Promise.all(entries.map(keep)).then(
      (pairs) => {
        if (stop.signal.aborted) return;
        setError(undefined);
        setFound({ wanted, photos: new Map(pairs) });
        forget(loaded.current, new Set(entries.map(([, address]) => address)));
      },
      (reason: unknown) => {
        if (!stop.signal.aborted) setError(reason instanceof Error ? reason : new Error('picture'));
      },
    );
    return () => stop.abort();
  }, [wanted]);
  useEffect(() => {
    const all = loaded.current;
    return () => forget(all, new Set());
  }, []);
  return { photos: found?.wanted === wanted ? found.photos : undefined, error };
}

/** Gives back the memory of pictures that no scene needs any more. */
function forget(loaded: Map<string, ImageBitmap>, needed: ReadonlySet<string>): void {
  for (const [address, image] of loaded) {
    if (needed.has(address)) continue;
    image.close();
    loaded.delete(address);
  }
}
