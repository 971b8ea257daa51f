import { implement } from '@orpc/server';
import type { Language } from '../../shared/contract/shapes.ts';
import { watch } from '../../shared/contract/watch.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { WatchService } from './service.ts';

export function watchRoutes(service: WatchService, tools: Pick<FeatureTools, 'shopLanguage'>) {
  const os = implement(watch).$context<CallContext>();
  const languageOf = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    get: os.get.handler(({ context }) => service.view(languageOf(context))),
    set: os.set.handler(({ input, context }) => service.set(input, languageOf(context))),
    stop: os.stop.handler(({ input, context }) =>
      service.stop(languageOf(context), input?.clientId),
    ),
    browse: os.browse.handler(({ input, context }) =>
      service.browse(input?.folder, languageOf(context)),
    ),
    undoLot: os.undoLot.handler(({ input }) => service.undoLot(input.lotId, input.clientId)),
  });
}
