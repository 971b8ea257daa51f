import { implement } from '@orpc/server';
import { batches } from '../../shared/contract/batches.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { BatchesService } from './service.ts';

export function batchesRoutes(service: BatchesService, tools: FeatureTools) {
  const os = implement(batches).$context<CallContext>();
  const of = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    list: os.list.handler(({ context }) => service.list(of(context))),
    get: os.get.handler(({ input, context }) => service.get(input.batchId, of(context))),
    save: os.save.handler(({ input, context }) => service.save(input, of(context))),
    rename: os.rename.handler(({ input, context }) =>
      service.rename(input.batchId, input.name, input, of(context)),
    ),
    remove: os.remove.handler(({ input }) => service.remove(input.batchId, input)),
    restore: os.restore.handler(({ input, context }) =>
      service.restore(input.batchId, input, of(context)),
    ),
    outlook: os.outlook.handler(({ input, signal }) => service.outlook(input.batchId, signal)),
    run: os.run.handler(({ input }) => service.run(input)),
    pause: os.pause.handler(({ input, context }) =>
      service.pause(input.batchId, input, of(context)),
    ),
    resume: os.resume.handler(({ input, context }) =>
      service.resume(input.batchId, input, of(context)),
    ),
    cancel: os.cancel.handler(({ input, context }) =>
      service.cancel(input.batchId, input, of(context)),
    ),
    rows: os.rows.handler(({ input, context }) => service.rows(input, of(context))),
    adjust: os.adjust.handler(({ input }) => service.adjust(input.batchId, input.pictures, input)),
    edit: os.edit.handler(({ input }) => service.edit(input.batchId, input, input)),
  });
}
