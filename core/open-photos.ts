import { altService, type AltService } from './alt/service.ts';
import { duplicatesService, type DuplicatesService } from './duplicates/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';

export type Photos = {
  alt: AltService;
  duplicates: DuplicatesService;
  /** Looks at the photos that came in before looks were kept, behind everything else. */
  start(): void;
  close(): Promise<void>;
};

/** What is known of the shop's photos beyond their pixels: words for them, and which look alike. */
export function openPhotos(parts: { foundation: Foundation; features: Features }): Photos {
  const { foundation, features } = parts;
  const { library, catalogue } = features;
  const { tools, report } = foundation;
  const stop = new AbortController();
  let filling = Promise.resolve();
  return {
    alt: altService(tools, { readProducts: catalogue.readProducts }),
    duplicates: duplicatesService(tools, {
      looks: library.looks,
      savePhotos: (id, photoAssetIds) => void catalogue.save({ id, photoAssetIds }),
    }),
    start() {
      filling = library.looks
        .fill(stop.signal)
        .catch((error: unknown) => void report(error, ['looks']));
    },
    async close() {
      stop.abort(new Error('the studio closes'));
      await filling;
    },
  };
}
