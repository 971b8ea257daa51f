import { implement } from '@orpc/server';
import { bulk } from '../../shared/contract/bulk.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { BulkService } from './service.ts';

export function bulkRoutes(service: BulkService) {
  const os = implement(bulk).$context<CallContext>();
  return os.router({
    open: os.open.handler(({ input: { clientId, ...asked }, context }) =>
      service.open(asked, clientId, context.language),
    ),
    current: os.current.handler(({ context }) => service.current(context.language)),
    get: os.get.handler(({ input, context }) => service.get(input.sessionId, context.language)),
    rows: os.rows.handler(({ input, context }) => service.rows(input, context.language)),
    setMapping: os.setMapping.handler(({ input, context }) =>
      service.setMapping(input.sessionId, input.mapping, input.clientId, context.language),
    ),
    setCells: os.setCells.handler(({ input: { clientId, ...asked }, context }) =>
      service.setCells(asked, clientId, context.language),
    ),
    replace: os.replace.handler(({ input: { clientId, ...asked }, context }) =>
      service.replace(asked, clientId, context.language),
    ),
    fill: os.fill.handler(({ input: { clientId, ...asked }, context }) =>
      service.fill(asked, clientId, context.language),
    ),
    leaveOut: os.leaveOut.handler(({ input: { clientId, ...asked }, context }) =>
      service.leaveOut(asked, clientId, context.language),
    ),
    addFiles: os.addFiles.handler(({ input, context }) =>
      service.addFiles(input.sessionId, input.files, input.clientId, context.language),
    ),
    confirm: os.confirm.handler(({ input, context }) =>
      service.confirm(input.sessionId, input.clientId, context.language),
    ),
    discard: os.discard.handler(({ input }) => service.discard(input.sessionId, input.clientId)),
    template: os.template.handler(({ input, context }) =>
      service.template(input.format, context.language),
    ),
    export: os.export.handler(({ input, context }) => service.export(input, context.language)),
  });
}
