import { implement } from '@orpc/server';
import { paper } from '../../shared/contract/paper.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { PaperService } from './service.ts';

export function paperRoutes(service: PaperService) {
  const os = implement(paper).$context<CallContext>();
  return os.router({
    month: os.month.handler(({ input, context }) => service.month(input, context.language)),
  });
}
