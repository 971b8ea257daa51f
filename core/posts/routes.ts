import { implement } from '@orpc/server';
import { posts } from '../../shared/contract/posts.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { PostsService } from './service.ts';

export function postsRoutes(service: PostsService) {
  const os = implement(posts).$context<CallContext>();
  return os.router({
    create: os.create.handler(({ input: { clientId, ...content }, context }) =>
      service.create(content, clientId, context.language),
    ),
    save: os.save.handler(({ input: { clientId, ...post }, context }) =>
      service.save(post, clientId, context.language),
    ),
    check: os.check.handler(({ input, context }) => ({
      checks: service.check(input, context.language),
    })),
    get: os.get.handler(({ input, context }) => service.get(input.postId, context.language)),
    calendar: os.calendar.handler(({ input, context }) =>
      service.calendarPage(input, context.language),
    ),
    days: os.days.handler(({ input }) => service.days(input)),
    replan: os.replan.handler(({ input, context }) =>
      service.replan(input.moves, input.clientId, context.language),
    ),
    drafts: os.drafts.handler(({ input, context }) => service.drafts(input, context.language)),
    schedule: os.schedule.handler(({ input: { clientId, ...chosen }, context }) => ({
      targets: service.schedule(chosen, clientId, context.language),
    })),
    placeNext: os.placeNext.handler(({ input: { clientId, ...asked }, context }) =>
      service.placeNext(asked, clientId, context.language),
    ),
    publishNow: os.publishNow.handler(({ input, context }) => ({
      targets: service.publishNow(input.postId, input.clientId, context.language),
    })),
    cancel: os.cancel.handler(({ input, context }) => ({
      targets: service.cancel(input.postId, input.clientId, context.language),
    })),
    remove: os.remove.handler(({ input }) => service.remove(input.postId, input.clientId)),
    restore: os.restore.handler(({ input }) => service.restore(input.postId, input.clientId)),
    duplicate: os.duplicate.handler(({ input }) => service.duplicate(input.postId, input.clientId)),
    republish: os.republish.handler(({ input, context }) =>
      service.republish(input.postId, input.clientId, context.language),
    ),
    createMany: os.createMany.handler(({ input: { clientId, ...batch }, context }) =>
      service.createMany(batch, clientId, context.language),
    ),
    undoBatch: os.undoBatch.handler(({ input, context }) =>
      service.undoBatch(input.batchId, input.clientId, context.language),
    ),
    redoBatch: os.redoBatch.handler(({ input, context }) =>
      service.redoBatch(input.batchId, input.clientId, context.language),
    ),
    batches: os.batches.handler(({ input }) => ({ items: service.listBatches(input?.limit) })),
  });
}
