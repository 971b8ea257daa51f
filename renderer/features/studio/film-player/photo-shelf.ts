import type { ScenePhoto } from '../../../../shared/scene/draw-context.ts';
import { loadScenePhoto } from '../../../ui/scene-photos.ts';

type Sources = Readonly<Record<string, string>>;

/** The photos of a film as bitmaps, loaded before they are needed and given back when no scene names them
 *  any more. */
export function createPhotoShelf(load: typeof loadScenePhoto = loadScenePhoto) {
  const known = new Map<string, Promise<void>>();
  const bitmaps = new Map<string, ImageBitmap>();
  const stop = new AbortController();
  let addresses: Sources = {};

  async function fetchOne(address: string): Promise<void> {
    const bitmap = await load(address, stop.signal);
    if (stop.signal.aborted || !known.has(address)) bitmap.close();
    else bitmaps.set(address, bitmap);
  }

  return {
    /** Answers once all of them are there, or cannot be had. */
    async prepare(sources: Sources): Promise<void> {
      await Promise.all(
        Object.values(sources).map((address) => {
          const found = known.get(address);
          if (found) return found;
          // One that fails is tried again with the next scene.
          const loading = fetchOne(address).catch(() => void known.delete(address));
          known.set(address, loading);
          return loading;
        }),
      );
    },
    /** From now on these are shown; others are forgotten. */
    show(sources: Sources): void {
      addresses = sources;
      const needed = new Set(Object.values(sources));
      for (const address of known.keys()) {
        if (needed.has(address)) continue;
        known.delete(address);
        bitmaps.get(address)?.close();
        bitmaps.delete(address);
      }
    },
    get(key: string): ScenePhoto | undefined {
      const image = bitmaps.get(addresses[key] ?? '');
      return image && { image, widthPx: image.width, heightPx: image.height };
    },
    dispose(): void {
      stop.abort();
      known.clear();
      for (const bitmap of bitmaps.values()) bitmap.close();
      bitmaps.clear();
    },
  };
}

export type PhotoShelf = ReturnType<typeof createPhotoShelf>;
