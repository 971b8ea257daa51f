import { implement } from '@orpc/server';
import { series } from '../../shared/contract/series.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { SeriesService } from './service.ts';

export function seriesRoutes(service: SeriesService, tools: FeatureTools) {
  const os = implement(series).$context<CallContext>();
  const spoken = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    templates: os.templates.handler(() => service.templates()),
    saveTemplate: os.saveTemplate.handler(({ input: { clientId, ...template } }) =>
      service.saveTemplate(template, clientId),
    ),
    removeTemplate: os.removeTemplate.handler(({ input }) =>
      service.removeTemplate(input.id, input.clientId),
    ),
    restoreTemplate: os.restoreTemplate.handler(({ input }) =>
      service.restoreTemplate(input.id, input.clientId),
    ),
    times: os.times.handler(({ input }) => service.times(input)),
    start: os.start.handler(({ input: { clientId, ...wish } }) => service.start(wish, clientId)),
    get: os.get.handler(({ input, context }) => service.get(input.seriesId, spoken(context))),
    recent: os.recent.handler(() => service.recent()),
    edit: os.edit.handler(({ input: { clientId, ...edit }, context }) =>
      service.edit(edit, clientId, spoken(context)),
    ),
    exclude: os.exclude.handler(({ input: { clientId, ...asked } }) =>
      service.exclude(asked, clientId),
    ),
    rewrite: os.rewrite.handler(({ input: { clientId, ...asked }, context }) =>
      service.rewrite(asked, clientId, spoken(context)),
    ),
    redraw: os.redraw.handler(({ input: { clientId, ...asked } }) =>
      service.redraw(asked, clientId),
    ),
    schedule: os.schedule.handler(({ input: { clientId, ...asked }, context }) =>
      service.schedule(asked, clientId, spoken(context)),
    ),
    discard: os.discard.handler(({ input, context }) =>
      service.discard(input.seriesId, input.clientId, spoken(context)),
    ),
  });
}
