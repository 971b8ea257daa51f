import { implement } from '@orpc/server';
import { creations } from '../../shared/contract/creations.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CreationsService } from './service.ts';

export function creationsRoutes(service: CreationsService, tools: FeatureTools) {
  const os = implement(creations).$context<CallContext>();
  const languageOf = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    list: os.list.handler(({ input }) => service.list(input ?? {})),
    get: os.get.handler(({ input }) => service.get(input.id)),
    begin: os.begin.handler(({ input, context }) => service.begin(input, languageOf(context))),
    open: os.open.handler(({ input }) => service.open(input.assetId, input.clientId)),
    save: os.save.handler(({ input }) => service.save(input)),
    duplicate: os.duplicate.handler(({ input }) =>
      service.duplicate(input.id, input.name, input.clientId),
    ),
    remove: os.remove.handler(({ input }) => service.remove(input.id, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.id, input.clientId)),
    render: os.render.handler(({ input }) =>
      service.render(input.id, input.formats, input.clientId),
    ),
    fill: os.fill.handler(({ input, context }) =>
      service.fill(input.source, input.formats, languageOf(context)),
    ),
    sources: os.sources.handler(({ input }) => service.sources(input.scene, input.maxSidePx)),
  });
}
