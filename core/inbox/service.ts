import { answersBetween } from './answers-between.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { filterCases } from './filters/filter-cases.ts';
import { createInboxParts } from './inbox-parts.ts';
import type { AtPoint } from '../db/kill-point.ts';
import type { InboxUses } from './inbox-uses.ts';
import { createKillPoint } from '../db/kill-point.ts';
import { knownPeople } from './known-people.ts';
import { createOutboxEngine } from './outbox-engine.ts';
import { replyHelp } from './reply-help.ts';
import { recordsPort } from './records-port.ts';
import { tidyWords } from './search/tidy-words.ts';
import { readMeaning } from './summarise-thread.ts';
import { personReads } from './read-person.ts';
import { threadReads } from './read-threads.ts';
import { createSyncing } from './sync.ts';
import { writeActions } from './write-actions.ts';

export type InboxService = ReturnType<typeof createInbox>;

/** Threads read for their meaning at one tick. */
const readAtOnce = 500;

/** Comments of every account in one list, and answers that leave once, in order, when the line allows. */
export function createInbox(
  tools: FeatureTools,
  uses: InboxUses,
  atPoint: AtPoint = createKillPoint(),
) {
  const parts = createInboxParts(tools, uses, atPoint);
  const engine = createOutboxEngine(parts);
  const syncing = createSyncing(parts);
  engine.recover();
  let started = false;
  let closed = false;
  const held = new Set<NodeJS.Timeout>();
  const send = (): void => {
    if (started && !closed) engine.tick().catch((error: unknown) => uses.report(error));
  };
  /** What is held back for some seconds is looked at again as soon as it may leave. */
  const wake = (afterMs = 0): void => {
    if (afterMs <= 0) return send();
    const timer = setTimeout(() => {
      held.delete(timer);
      send();
    }, afterMs);
    held.add(timer);
  };
  const actions = writeActions(parts, wake);
  const reads = threadReads(parts);
  const tidy = tidyWords(tools.db);

  /** Brings back into sight what was put aside until now. */
  function wakeThreads(now: number): void {
    if (parts.threads.wake(now) > 0) tools.events.changed('inbox');
  }

  /** Comments that came before the studio could read them, a few at a time. */
  function readMeanings(): void {
    const ids = parts.threads.withoutMeaning(readAtOnce);
    if (ids.length === 0) return;
    tools.transact(() => {
      for (const id of ids) readMeaning(parts, id);
      tools.events.changed('inbox');
    });
  }

  return {
    ...actions,
    ...reads,
    ...replyHelp(parts),
    ...filterCases(parts),
    person: personReads(parts, syncing.lookAtPerson),
    /** For other features. */
    records: recordsPort(parts),
    known: knownPeople(parts),
    answersBetween: answersBetween(parts),
    sync: async (accountId?: string) => {
      const { incomplete, ...result } = await syncing.syncNow(accountId);
      return { ...result, ...(incomplete ? { incomplete } : {}) };
    },
    /** Sends what is due, then reads what is due. */
    async tick(now: number): Promise<void> {
      wakeThreads(now);
      readMeanings();
      await engine.tick();
      await syncing.tick(now);
      await tidy(() => closed);
    },
    /** From here on answers leave as soon as they are written. */
    start(): void {
      started = true;
      wake();
    },
    wake,
    async close(): Promise<void> {
      closed = true;
      for (const timer of held) clearTimeout(timer);
      await engine.idle();
      await syncing.idle();
    },
  };
}
