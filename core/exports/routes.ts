import { implement } from '@orpc/server';
import { exports } from '../../shared/contract/exports.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { ExportsService } from './service.ts';

export function exportsRoutes(service: ExportsService, tools: FeatureTools) {
  const os = implement(exports).$context<CallContext>();
  const of = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    habits: os.habits.handler(() => service.habits()),
    outlook: os.outlook.handler(({ input, context }) => service.outlook(input, of(context))),
    start: os.start.handler(({ input, context }) => service.start(input, of(context))),
    get: os.get.handler(({ input, context }) => service.get(input.exportId, of(context))),
    show: os.show.handler(({ input }) => service.show(input.exportId)),
    cancel: os.cancel.handler(({ input, context }) =>
      service.cancel(input.exportId, input.clientId, of(context)),
    ),
  });
}
