import { implement } from '@orpc/server';
import { brand } from '../../shared/contract/brand.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { BrandService } from './service.ts';

export function brandRoutes(service: BrandService) {
  const os = implement(brand).$context<CallContext>();
  return os.router({
    get: os.get.handler(({ input }) => service.get(input?.shopId)),
    set: os.set.handler(({ input }) => service.set(input.shopId, input.patch, input.clientId)),
    importLogo: os.importLogo.handler(({ input: { clientId, ...wish } }) =>
      service.importLogo(wish, clientId),
    ),
    palette: os.palette.handler(({ input }) => service.palette(input.assetId)),
    fonts: os.fonts.handler(() => service.fonts()),
    importFont: os.importFont.handler(({ input }) =>
      service.importFont(input.uploadId, input.clientId),
    ),
    removeFont: os.removeFont.handler(({ input }) =>
      service.removeFont(input.fontId, input.clientId),
    ),
  });
}
