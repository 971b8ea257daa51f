import { implement } from '@orpc/server';
import { pictures } from '../../shared/contract/pictures.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { PicturesService } from './service.ts';

export function picturesRoutes(service: PicturesService) {
  const os = implement(pictures).$context<CallContext>();
  return os.router({
    store: os.store.handler(({ context }) => service.store(context)),
    setStore: os.setStore.handler(({ input, context }) => service.setStore(input, context)),
    checkStore: os.checkStore.handler(({ input, context }) => service.checkStore(input, context)),
  });
}
