import { implement } from '@orpc/server';
import { customers } from '../../shared/contract/customers.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CustomersService } from './service.ts';

type Tools = Pick<FeatureTools, 'applyOnce'>;

export function customersRoutes(service: CustomersService, { applyOnce }: Tools) {
  const os = implement(customers).$context<CallContext>();
  const { notes } = service;
  return os.router({
    get: os.get.handler(({ input }) => service.get(input.threadId)),
    tags: os.tags.handler(() => ({ items: service.tags() })),
    tag: os.tag.handler(({ input }) =>
      applyOnce('customers/tag', input.clientId, () => service.tag(input.threadId, input)),
    ),
    changeTag: os.changeTag.handler(({ input }) =>
      applyOnce('customers/changeTag', input.clientId, () => service.changeTag(input.tagId, input)),
    ),
    addNote: os.addNote.handler(({ input }) =>
      applyOnce('customers/addNote', input.clientId, () => notes.add(input.threadId, input.text)),
    ),
    editNote: os.editNote.handler(({ input }) =>
      applyOnce('customers/editNote', input.clientId, () => notes.edit(input.noteId, input.text)),
    ),
    removeNote: os.removeNote.handler(({ input }) =>
      applyOnce('customers/removeNote', input.clientId, () =>
        notes.remove(input.noteId, input.removed),
      ),
    ),
    likely: os.likely.handler(({ input }) => ({
      items: service.likely(input.threadId, input.text),
    })),
    link: os.link.handler(({ input }) =>
      applyOnce('customers/link', input.clientId, () =>
        service.link(input.threadId, input.otherThreadId),
      ),
    ),
    unlink: os.unlink.handler(({ input }) =>
      applyOnce('customers/unlink', input.clientId, () => service.unlink(input.threadId)),
    ),
  });
}
