import { implement } from '@orpc/server';
import { review } from '../../shared/contract/review.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { ReviewService } from './service.ts';

export function reviewRoutes(service: ReviewService) {
  const os = implement(review).$context<CallContext>();
  return os.router({
    get: os.get.handler(({ input, context }) => service.get(input.postId, context.language)),
    ask: os.ask.handler(({ input, context }) =>
      service.ask(input.postId, input.words, input.clientId, context.language),
    ),
    approve: os.approve.handler(({ input, context }) =>
      service.approve(input.postIds, input.clientId, context.language),
    ),
    sendBack: os.sendBack.handler(({ input, context }) =>
      service.sendBack(input.postId, input.words, input.clientId, context.language),
    ),
    waiting: os.waiting.handler(({ context }) => ({ items: service.waiting(context.language) })),
    addNote: os.addNote.handler(({ input, context }) =>
      service.addNote(input.postId, input.text, input.clientId, context.language),
    ),
    resolveNote: os.resolveNote.handler(({ input }) =>
      service.resolveNote(input.noteId, input.resolved, input.clientId),
    ),
    restoreText: os.restoreText.handler(({ input, context }) =>
      service.restoreText(input.postId, input.entryId, input.clientId, context.language),
    ),
  });
}
