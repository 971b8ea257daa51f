import { altService, type AltService } from './alt/service.ts';
import { duplicatesService, type DuplicatesService } from './duplicates/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import type { Host } from './host.ts';
import { watchService, type WatchService } from './watch/service.ts';

export type Photos = {
  alt: AltService;
  duplicates: DuplicatesService;
  watch: WatchService;
  /** Looks at the photos that came in before looks were kept, behind everything else, and at the
   *  watched folder. */
  start(): void;
  close(): Promise<void>;
};

type PhotoParts = { foundation: Foundation; features: Features; host: Host; dataDir: string };

/** What is known of the shop's photos beyond their pixels: words for them, and which look alike. */
export function openPhotos(parts: PhotoParts): Photos {
  const { foundation, features } = parts;
  const { library, catalogue } = features;
  const { tools, report } = foundation;
  const stop = new AbortController();
  let filling = Promise.resolve();
  const watch = openWatch(parts);
  return {
    alt: altService(tools, { readProducts: catalogue.readProducts }),
    duplicates: duplicatesService(tools, {
      looks: library.looks,
      savePhotos: (id, photoAssetIds) => void catalogue.save({ id, photoAssetIds }),
    }),
    watch,
    start() {
      void watch.start().catch((error: unknown) => void report(error, ['watch']));
      filling = library.looks
        .fill(stop.signal)
        .catch((error: unknown) => void report(error, ['looks']));
    },
    async close() {
      stop.abort(new Error('the studio closes'));
      await watch.close();
      await filling;
    },
  };
}

function openWatch({ foundation, features, host, dataDir }: PhotoParts): WatchService {
  const { tools, settings, answers, report } = foundation;
  const { library } = features;
  return watchService(tools, {
    settings,
    dataDir,
    importPath: (path) => library.importPath(path),
    bin: (assetIds) => library.bin.setBinned(assetIds, tools.clock.now()),
    describeProblem: answers.describe,
    notify(imported, refused) {
      const say = (key: string, count: number) =>
        tools.say(tools.shopLanguage(), `import:notice.${key}`, { count });
      host.notify({
        title: imported > 0 ? say('imported', imported) : say('refused', refused),
        body: imported > 0 && refused > 0 ? say('refused', refused) : say('see', imported),
      });
    },
    onError: (error) => void report(error, ['watch']),
  });
}
