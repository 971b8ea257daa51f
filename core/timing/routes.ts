import { implement } from '@orpc/server';
import { timing } from '../../shared/contract/timing.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { TimingService } from './service.ts';

export function timingRoutes(service: TimingService) {
  const os = implement(timing).$context<CallContext>();
  return os.router({
    suggest: os.suggest.handler(({ input, context }) =>
      service.suggest(input.accountIds, input.postId, context.language),
    ),
    moved: os.moved.handler(({ context }) => service.moved(context.language)),
    putAwayMoved: os.putAwayMoved.handler(({ input }) => service.putAwayMoved(input.clientId)),
    queue: os.queue.handler(({ input, context }) => service.queue(input ?? {}, context.language)),
    moveInQueue: os.moveInQueue.handler(({ input: { clientId, ...asked }, context }) =>
      service.moveInQueue(asked, clientId, context.language),
    ),
    closeGaps: os.closeGaps.handler(({ input: { clientId, ...which }, context }) =>
      service.closeGaps(which, clientId, context.language),
    ),
  });
}
