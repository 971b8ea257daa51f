import { implement } from '@orpc/server';
import { teamwork } from '../../shared/contract/teamwork.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { TeamworkService } from './service.ts';

type Tools = Pick<FeatureTools, 'applyOnce'>;

export function teamworkRoutes(service: TeamworkService, { applyOnce }: Tools) {
  const os = implement(teamwork).$context<CallContext>();
  const { notes, claims } = service;
  return os.router({
    thread: os.thread.handler(({ input }) => service.thread(input.threadId, input.holder)),
    draftNote: os.draftNote.handler(({ input }) =>
      applyOnce('teamwork/draftNote', input.clientId, () =>
        notes.draft(input.threadId, input.text),
      ),
    ),
    addNote: os.addNote.handler(({ input }) =>
      applyOnce('teamwork/addNote', input.clientId, () => notes.add(input.threadId, input.text)),
    ),
    editNote: os.editNote.handler(({ input }) =>
      applyOnce('teamwork/editNote', input.clientId, () => notes.edit(input.noteId, input.text)),
    ),
    removeNote: os.removeNote.handler(({ input }) =>
      applyOnce('teamwork/removeNote', input.clientId, () =>
        notes.remove(input.noteId, input.removed),
      ),
    ),
    mentions: os.mentions.handler(() => ({ items: notes.mentions() })),
    seen: os.seen.handler(({ input }) =>
      applyOnce('teamwork/seen', input.clientId, () => notes.seen(input.threadId)),
    ),
    claims: os.claims.handler(({ input }) => ({ items: claims.all(input?.holder) })),
    claim: os.claim.handler(({ input }) =>
      applyOnce('teamwork/claim', input.clientId, () => ({ claim: claims.claim(input) })),
    ),
    release: os.release.handler(({ input }) =>
      applyOnce('teamwork/release', input.clientId, () => {
        claims.release(input.threadId, input.holder);
        return { ok: true as const };
      }),
    ),
    history: os.history.handler(({ input, context }) => service.history(input, context.language)),
    answerTimes: os.answerTimes.handler(({ input, context }) =>
      service.answerTimes(input, context.language),
    ),
  });
}
