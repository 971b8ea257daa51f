import { implement } from '@orpc/server';
import { photoWork } from '../../shared/contract/photo-work.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { PhotoWorkService } from './service.ts';

export function photoWorkRoutes(service: PhotoWorkService) {
  const os = implement(photoWork).$context<CallContext>();
  return os.router({
    get: os.get.handler(({ input }) => service.get(input.assetIds)),
    set: os.set.handler(({ input: { clientId, keepPlace, ...wish } }) =>
      service.set({ ...wish, ...(keepPlace && { keepPlace }) }, clientId),
    ),
    makePhoto: os.makePhoto.handler(({ input }) =>
      service.makePhoto(input.assetId, input.work, input.clientId),
    ),
  });
}
