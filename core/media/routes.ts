import { implement } from '@orpc/server';
import { media } from '../../shared/contract/media.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from './media-library-types.ts';

export function mediaRoutes(library: MediaLibrary, tools: FeatureTools) {
  const os = implement(media).$context<CallContext>();
  const languageOf = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    importFiles: os.importFiles.handler(({ input, context }) =>
      tools.applyOnceAsync('media/importFiles', input.clientId, async () => ({
        items: await library.importFiles(input.paths, languageOf(context)),
      })),
    ),
    importUploads: os.importUploads.handler(({ input, context }) =>
      tools.applyOnceAsync('media/importUploads', input.clientId, async () => ({
        items: await library.importUploads(input.assetIds, languageOf(context)),
      })),
    ),
    list: os.list.handler(({ input }) => library.list(input ?? {})),
    get: os.get.handler(({ input }) => {
      const asset = library.get(input.assetId);
      if (!asset) throw new Problem('not-found');
      return asset;
    }),
  });
}
