import type { OutboxItem, Thread } from '../../shared/contract/inbox.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { keysPerMs, parseKey } from './comment-key.ts';
import { createInboxParts } from './inbox-parts.ts';
import type { AtPoint } from '../db/kill-point.ts';
import type { InboxUses } from './inbox-uses.ts';
import { createKillPoint } from '../db/kill-point.ts';
import { createOutboxEngine } from './outbox-engine.ts';
import { presentItem, presentPost, presentThread } from './present-thread.ts';
import { searchWords } from '../db/search-words.ts';
import { createSyncing } from './sync.ts';
import type { ThreadView } from './thread-store.ts';
import { writeActions } from './write-actions.ts';

export type InboxService = ReturnType<typeof createInbox>;

export type ThreadsQuery = {
  view?: ThreadView | undefined;
  text?: string | undefined;
  accountId?: string | undefined;
  accountIds?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

const pageSize = 50;

/** Comments of every account in one list, and answers that leave once, in order, when the line allows. */
export function createInbox(
  tools: FeatureTools,
  uses: InboxUses,
  atPoint: AtPoint = createKillPoint(),
) {
  const parts = createInboxParts(tools, uses, atPoint);
  const { threads, outbox } = parts;
  const engine = createOutboxEngine(parts);
  const syncing = createSyncing(parts);
  engine.recover();
  let started = false;
  let reading: Promise<void> | undefined;
  let closed = false;
  const wake = (): void => {
    if (started && !closed) engine.tick().catch((error: unknown) => uses.report(error));
  };
  const actions = writeActions(parts, wake);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function list(query: ThreadsQuery = {}, language?: Language): { items: Thread[]; next?: string } {
    const limit = query.limit ?? pageSize;
    const words = query.text === undefined ? undefined : searchWords(query.text);
    if (query.text !== undefined && query.text.trim() !== '' && words === undefined)
      return { items: [] };
    const rows = threads.list({
      view: query.view ?? 'all',
      accountId: query.accountId,
      accountIds: query.accountIds,
      words,
      before: query.cursor === undefined ? undefined : parseKey(query.cursor),
      limit: limit + 1,
    });
    const items = rows.slice(0, limit).map((row) => presentThread(parts, row, spoken(language)));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items, ...(last ? { next: String(last.lastKey) } : {}) };
  }

  function thread(threadId: string, language?: Language) {
    const row = threads.find(threadId);
    if (!row) throw new Problem('not-found');
    const post = presentPost(parts, row);
    return { ...presentThread(parts, row, spoken(language), true), ...(post ? { post } : {}) };
  }

  function counts() {
    const { all = 0, unread = 0, unanswered = 0 } = threads.counters();
    return { all, unread, unanswered, waiting: outbox.countOpen() };
  }

  return {
    ...actions,
    threads: list,
    thread,
    counts,
    sync: async (accountId?: string) => {
      const { incomplete, ...result } = await syncing.syncNow(accountId);
      return { ...result, ...(incomplete ? { incomplete } : {}) };
    },
    outbox: (language?: Language): OutboxItem[] =>
      outbox.list().map((row) => presentItem(parts, row, spoken(language))),
    outboxCount: () => outbox.countOpen(),
    /** For Today: who waits for an answer, newest first, and since when. */
    waitingThreads(limit: number, language?: Language, accountIds?: readonly string[]) {
      const { count, oldest } = accountIds
        ? threads.waitingOf(accountIds)
        : { count: counts().unanswered, oldest: threads.oldestWaiting() };
      return {
        count,
        threads: list({ view: 'unanswered', limit, accountIds }, language).items,
        ...(oldest === undefined
          ? {}
          : { oldestAt: new Date(Number(oldest / keysPerMs)).toISOString() }),
      };
    },
    /** Sends what is due, then reads what is due. */
    async tick(now: number): Promise<void> {
      await engine.tick();
      reading ??= syncing.tick(now).finally(() => {
        reading = undefined;
      });
      await reading;
    },
    /** From here on answers leave as soon as they are written. */
    start(): void {
      started = true;
      wake();
    },
    wake,
    async close(): Promise<void> {
      closed = true;
      await engine.idle();
      await reading;
    },
  };
}
