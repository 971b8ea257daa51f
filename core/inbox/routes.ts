import { implement } from '@orpc/server';
import { inbox } from '../../shared/contract/inbox.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { InboxService } from './service.ts';

export function inboxRoutes(service: InboxService) {
  const os = implement(inbox).$context<CallContext>();
  return os.router({
    sync: os.sync.handler(({ input }) => service.sync(input?.accountId)),
    threads: os.threads.handler(({ input, context }) => service.threads(input, context.language)),
    thread: os.thread.handler(({ input, context }) => service.thread(input, context.language)),
    person: os.person.handler(({ input }) => service.person(input.threadId)),
    counts: os.counts.handler(({ input }) => service.counts(input?.accountIds)),
    reply: os.reply.handler(({ input }) => service.reply(input)),
    hide: os.hide.handler(({ input }) => service.hide(input)),
    privateReply: os.privateReply.handler(({ input }) => service.privateReply(input)),
    markDone: os.markDone.handler(({ input }) => service.markDone(input)),
    markRead: os.markRead.handler(({ input }) => service.markRead(input)),
    markSpam: os.markSpam.handler(({ input }) => service.markSpam(input)),
    snooze: os.snooze.handler(({ input }) => service.snooze(input)),
    assign: os.assign.handler(({ input }) => service.assign(input)),
    outbox: os.outbox.handler(({ context }) => ({ items: service.outbox(context.language) })),
    answer: os.answer.handler(({ input }) => service.answer(input)),
    withdraw: os.withdraw.handler(({ input }) => service.withdraw(input)),
    draft: os.draft.handler(({ input }) => service.draft(input)),
    drafts: os.drafts.handler(({ input }) => service.drafts(input.threadIds)),
    suggest: os.suggest.handler(({ input }) => service.suggest(input.threadId)),
    fillReplies: os.fillReplies.handler(({ input }) => service.fillReplies(input)),
    editReply: os.editReply.handler(({ input }) => service.editReply(input)),
    like: os.like.handler(({ input }) => service.like(input)),
    remove: os.remove.handler(({ input }) => service.remove(input)),
    editSent: os.editSent.handler(({ input }) => service.editSent(input)),
    block: os.block.handler(({ input }) => service.block(input)),
    message: os.message.handler(({ input }) => service.message(input)),
    reorder: os.reorder.handler(({ input }) => service.reorder(input)),
    withdrawMany: os.withdrawMany.handler(({ input }) => service.withdrawMany(input)),
    restore: os.restore.handler(({ input }) => service.restore(input)),
    writeAgain: os.writeAgain.handler(({ input }) => service.writeAgain(input)),
    sending: os.sending.handler(() => service.sending()),
    setSending: os.setSending.handler(({ input }) => service.setSending(input)),
    filters: os.filters.handler(() => service.filters()),
    filterCounts: os.filterCounts.handler(({ input }) => service.filterCounts(input?.accountIds)),
    saveFilter: os.saveFilter.handler(({ input }) => service.saveFilter(input)),
    removeFilter: os.removeFilter.handler(({ input }) => service.removeFilter(input)),
    restoreFilter: os.restoreFilter.handler(({ input }) => service.restoreFilter(input)),
    orderFilters: os.orderFilters.handler(({ input }) => service.orderFilters(input)),
    drawCard: os.drawCard.handler(({ input }) => service.drawCard(input)),
  });
}
