import { implement } from '@orpc/server';
import { customerPictures } from '../../shared/contract/customer-pictures.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { CustomerPictures } from './service.ts';

export function customerPicturesRoutes(service: CustomerPictures) {
  const os = implement(customerPictures).$context<CallContext>();
  return os.router({
    look: os.look.handler(({ input, context, signal }) =>
      service.look(input, context.language, signal),
    ),
    keep: os.keep.handler(({ input }) => service.keep(input)),
  });
}
