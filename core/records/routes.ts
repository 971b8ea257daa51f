import { implement } from '@orpc/server';
import { records } from '../../shared/contract/records.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { RecordsService } from './service.ts';

export function recordsRoutes(service: RecordsService, tools: FeatureTools) {
  const os = implement(records).$context<CallContext>();
  const of = (context: CallContext): Language => context.language ?? tools.shopLanguage();
  return os.router({
    outlook: os.outlook.handler(({ input, context }) => service.outlook(input ?? {}, of(context))),
    writeComments: os.writeComments.handler(({ input, context }) =>
      service.writeComments(input, of(context)),
    ),
    writePerson: os.writePerson.handler(({ input, context }) =>
      service.writePerson(input, of(context)),
    ),
    run: os.run.handler(({ input, context }) => service.run(input.runId, of(context))),
    cancel: os.cancel.handler(({ input, context }) => service.cancel(input.runId, of(context))),
    show: os.show.handler(({ input }) => service.show(input.runId)),
    keeping: os.keeping.handler(() => service.keeping()),
    previewKeeping: os.previewKeeping.handler(({ input }) =>
      service.previewKeeping(input.shopId, input.months),
    ),
    setKeeping: os.setKeeping.handler(({ input }) => service.setKeeping(input)),
    customers: os.customers.handler(({ input }) => service.customers(input.text)),
    person: os.person.handler(({ input }) => service.report(input.customers)),
    forget: os.forget.handler(({ input }) => service.forget(input)),
    receipts: os.receipts.handler(() => service.receipts()),
  });
}
