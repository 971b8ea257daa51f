import { Problem } from '../../shared/contract/problem.ts';
import type { ThreadDeedFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { outboxActions } from './outbox-actions.ts';
import { writeAnswers, type Wake } from './write-answers.ts';
import { writeDeeds } from './write-deeds.ts';

export type WriteActions = ReturnType<typeof writeActions>;

/** What the merchant does in the inbox: written here first, sent by the outbox when the line allows. */
export function writeActions(parts: InboxParts, wake: Wake) {
  const { checkText, ...answers } = writeAnswers(parts, wake);
  return {
    ...answers,
    ...writeDeeds(parts, wake),
    ...outboxActions(parts, wake, checkText),
    ...threadMarks(parts),
  };
}

type Deed = Omit<ThreadDeedFact, 'threadId'>;

/** What is done to whole threads and stays on this computer. */
function threadMarks({ tools, threads, uses }: InboxParts) {
  function mark(
    procedure: string,
    clientId: string | undefined,
    threadIds: string[],
    deed: Deed | undefined,
    change: (id: string) => void,
  ) {
    return tools.applyOnce(procedure, clientId, () => {
      for (const threadId of threadIds) {
        if (!threads.find(threadId)) continue;
        change(threadId);
        if (deed) uses.colleagues.note({ threadId, ...deed });
      }
      tools.events.changed('inbox');
      return { ok: true as const };
    });
  }

  function snooze(input: { threadIds: string[]; until?: string; clientId?: string | undefined }) {
    const until = input.until === undefined ? null : Date.parse(input.until);
    if (until !== null && until <= tools.clock.now()) throw new Problem('snooze-past');
    const deed = until === null ? { kind: 'woken' } : { kind: 'snoozed', params: { until } };
    return mark('inbox/snooze', input.clientId, input.threadIds, deed, (id) =>
      threads.snooze(id, until),
    );
  }

  function assign(input: {
    threadIds: string[];
    personId?: string;
    clientId?: string | undefined;
  }) {
    const personId = input.personId ?? null;
    if (personId !== null && !uses.isPerson(personId)) throw new Problem('not-found');
    const deed =
      personId === null ? { kind: 'unassigned' } : { kind: 'assigned', params: { personId } };
    return mark('inbox/assign', input.clientId, input.threadIds, deed, (id) =>
      threads.assign(id, personId),
    );
  }

  return {
    markDone: (input: { threadIds: string[]; done: boolean; clientId?: string | undefined }) =>
      mark(
        'inbox/markDone',
        input.clientId,
        input.threadIds,
        { kind: input.done ? 'done' : 'undone' },
        (id) => threads.setDone(id, input.done),
      ),
    markRead: (input: { threadIds: string[]; read: boolean; clientId?: string | undefined }) =>
      mark('inbox/markRead', input.clientId, input.threadIds, undefined, (id) =>
        threads.setUnread(id, !input.read),
      ),
    markSpam: (input: { threadIds: string[]; spam: boolean; clientId?: string | undefined }) =>
      mark(
        'inbox/markSpam',
        input.clientId,
        input.threadIds,
        { kind: input.spam ? 'spam' : 'not-spam' },
        (id) => threads.setSpam(id, input.spam),
      ),
    snooze,
    assign,
  };
}
