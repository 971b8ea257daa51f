import { implement } from '@orpc/server';
import { alt } from '../../shared/contract/alt.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { AltService } from './service.ts';

export function altRoutes(service: AltService) {
  const os = implement(alt).$context<CallContext>();
  return os.router({
    read: os.read.handler(({ input }) => service.read(input)),
    write: os.write.handler(({ input }) =>
      service.write(input.assetId, input.text, input.clientId),
    ),
  });
}
