import type { OutboxItem, Thread } from '../../shared/contract/inbox.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { AccountFact } from '../../shared/facts.ts';
import { keysPerMs, parseKey } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import { presentItems } from './present-item.ts';
import { presentConversation, presentPost, presentThreads } from './present-thread.ts';
import { findThreads, type FoundThread } from './search/find-threads.ts';
import { asksNothing, readQuery } from './search/read-query.ts';
import type { ThreadFilter } from './thread-filter.ts';
import type { ThreadOrder } from './thread-list.ts';
import type { ThreadView } from './thread-views.ts';

export type ThreadsQuery = {
  view?: ThreadView | undefined;
  text?: string | undefined;
  accountId?: string | undefined;
  accountIds?: readonly string[] | undefined;
  tagId?: string | undefined;
  intent?: string | undefined;
  language?: string | undefined;
  order?: ThreadOrder | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
  commentsOfEach?: number | undefined;
};

type Page = { items: Thread[]; next?: string; instead?: string[] };

const pageSize = 50;
/** What is looked at first of a conversation. */
const conversationSize = 25;

type ThreadWish = {
  threadId: string;
  before?: string | undefined;
  limit?: number | undefined;
};

/** What is read of the inbox: pages of a view or a search, one thread, the badges, what is on its way. */
export function threadReads(parts: InboxParts) {
  const { list, threads, outbox, uses, tools } = parts;
  const find = findThreads(tools.db, parts.terms);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function filterOf({ view = 'all', accountId, accountIds, ...query }: ThreadsQuery): ThreadFilter {
    const wished = accountId === undefined ? accountIds : [accountId];
    const both = accountIds?.filter((id) => accountId === undefined || id === accountId);
    const { tagId, intent, language } = query;
    return { view, me: uses.me(), accountIds: both ?? wished, tagId, intent, language };
  }

  function page(query: ThreadsQuery, limit: number, language: Language): Page {
    const filter = filterOf(query);
    const order = query.order ?? 'newest';
    const after = query.cursor === undefined ? undefined : parseKey(query.cursor);
    const rows = list.page({ ...filter, order, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const key = order === 'longest' ? last?.waitsSince : last?.lastKey;
    return {
      items: presentThreads(parts, items, language, query.commentsOfEach),
      ...(key ? { next: String(key) } : {}),
    };
  }

  function search(query: ThreadsQuery & { text: string }, limit: number, language: Language): Page {
    const asked = readQuery(query.text, { zone: uses.zone(), now: tools.clock.now() });
    if (asksNothing(asked)) return { items: [] };
    const after = query.cursor === undefined ? undefined : parseKey(query.cursor);
    const filter = narrow(filterOf(query), asked.on, uses.listAccounts());
    const { items, next, instead } = find(asked, { filter, after, limit });
    return {
      items: presentFound({ parts, language, commentsOfEach: query.commentsOfEach }, items),
      ...(next === undefined ? {} : { next: String(next) }),
      ...(instead ? { instead } : {}),
    };
  }

  return {
    threads(query: ThreadsQuery = {}, language?: Language): Page {
      const limit = query.limit ?? pageSize;
      const { text = '' } = query;
      if (text.trim() === '') return page(query, limit, spoken(language));
      return search({ ...query, text }, limit, spoken(language));
    },

    /** The newest part of a conversation, or the part before a comment. */
    thread({ threadId, before, limit = conversationSize }: ThreadWish, language?: Language) {
      const row = threads.find(threadId);
      if (!row) throw new Problem('not-found');
      const post = presentPost(parts, row);
      const until = before === undefined ? undefined : parseKey(before);
      const isPartial = parts.watch.find(row.accountId, row.postRemoteId)?.incomplete === 1;
      return {
        ...presentConversation(parts, row, spoken(language), { before: until, limit }),
        ...(post ? { post } : {}),
        ...(isPartial ? { incomplete: true } : {}),
      };
    },

    counts(accountIds?: readonly string[]) {
      const figures = list.figures(accountIds);
      return {
        all: figures.of('all'),
        unread: figures.unread,
        unanswered: figures.of('unanswered'),
        waiting: outbox.countOpen(),
        mine: figures.of('mine', uses.me()),
        customer: figures.of('customer'),
        snoozed: figures.of('snoozed'),
        done: figures.of('done'),
        spam: figures.of('spam'),
        orders: figures.of('orders'),
        questions: figures.of('questions'),
        mentions: uses.colleagues.countMentions(),
      };
    },

    outbox: (language?: Language): OutboxItem[] =>
      presentItems(parts, outbox.list(), spoken(language)),
    outboxCount: () => outbox.countOpen(),

    /** For Today: who waits for an answer, newest first, and since when. */
    waitingThreads(limit: number, language?: Language, accountIds?: readonly string[]) {
      const oldest = list.oldestWaiting(accountIds);
      const at = oldest === undefined ? undefined : Number(oldest / keysPerMs);
      return {
        count: list.figures(accountIds).of('unanswered'),
        threads: page({ view: 'unanswered', accountIds }, limit, spoken(language)).items,
        ...(at === undefined ? {} : { oldestAt: new Date(at).toISOString() }),
      };
    },
  };
}

/** `on:` takes the name of a network, or part of an account's. */
export function narrow(
  filter: ThreadFilter,
  on: readonly string[],
  accounts: readonly AccountFact[],
): ThreadFilter {
  if (on.length === 0) return filter;
  const named = on.map(foldText);
  const fits = ({ network, name, username }: AccountFact) =>
    named.some(
      (part) =>
        network.startsWith(part) ||
        [name, username ?? ''].some((text) => foldText(text).includes(part)),
    );
  const ids = accounts.filter(fits).map(({ id }) => id);
  const { accountIds } = filter;
  return { ...filter, accountIds: accountIds ? ids.filter((id) => accountIds.includes(id)) : ids };
}

type Spoken = { parts: InboxParts; language: Language; commentsOfEach: number | undefined };

function presentFound(
  { parts, language, commentsOfEach }: Spoken,
  items: readonly FoundThread[],
): Thread[] {
  const threads = presentThreads(
    parts,
    items.map(({ thread }) => thread),
    language,
    commentsOfEach,
  );
  return threads.map((thread, index) => {
    const found = items[index];
    if (!found) return thread;
    const { commentKey, excerpt } = found;
    return { ...thread, found: { commentId: String(commentKey), excerpt } };
  });
}
