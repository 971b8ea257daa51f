import { implement } from '@orpc/server';
import { renditions } from '../../shared/contract/renditions.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { RenditionsService } from './service.ts';

export function renditionsRoutes(service: RenditionsService) {
  const os = implement(renditions).$context<CallContext>();
  return os.router({
    make: os.make.handler(({ input: { clientId, ...cut } }) => service.make(cut, clientId)),
    source: os.source.handler(({ input }) => service.source(input.assetId)),
  });
}
