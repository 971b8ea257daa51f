import { asksNothing, readQuery } from './search/read-query.ts';
import { findSql } from './search/find-sql.ts';
import { expressions } from './search/find-threads.ts';
import { termsOf } from './search/term-store.ts';
import { termExpression } from './search/words-expression.ts';
import type { CommentRow } from './comment-store.ts';
import { beyondAllKeys, firstKeyOf } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import { narrow } from './read-threads.ts';
import { summariseThread } from './summarise-thread.ts';
import { filterValues } from './thread-filter.ts';
import type { ThreadRow } from './thread-store.ts';
import type { ThreadView } from './thread-views.ts';

export type CommentsQuery = {
  view?: ThreadView | undefined;
  text?: string | undefined;
  accountIds?: readonly string[] | undefined;
  tagId?: string | undefined;
  intent?: string | undefined;
  language?: string | undefined;
  sinceAt?: number | undefined;
  untilAt?: number | undefined;
};

/** Comments looked at in one statement. */
const readAtOnce = 1000;
/** Comments given in one step: others are answered between two steps, a few milliseconds later. */
const givenAtOnce = 100;

type Found = Pick<ThreadRow, 'postRemoteId' | 'intent' | 'language'> & { foundKey: bigint };

/** A piece of the inbox as a file has it: those of these comments that fit, newest first. */
export type CommentsStep = {
  items: (Pick<ThreadRow, 'postRemoteId' | 'intent' | 'language'> & { comment: CommentRow })[];
  /** Looked at in this step. */
  read: number;
};

/** What records are written of and what is put right after comments were removed. */
export function recordsPort(parts: InboxParts) {
  const { comments, terms, tools, uses } = parts;
  const { db } = tools;
  const expressionOf = expressions(db, terms);
  const floor = db
    .prepare<[bigint, number], bigint>(
      'SELECT key FROM comments WHERE key < ? ORDER BY key DESC LIMIT 1 OFFSET ?',
    )
    .pluck()
    .safeIntegers(true);
  const countAll = db.prepare<[], number>('SELECT count(*) FROM comments').pluck();
  const standing = db
    .prepare<[string], number>('SELECT 1 FROM comments_words WHERE comments_words MATCH ? LIMIT 1')
    .pluck();
  const dropTerm = db.prepare<[string]>('DELETE FROM inbox_terms WHERE term = ?');

  /** What was removed since it was found is left out. */
  function itemsOf(rows: readonly Found[]): CommentsStep['items'] {
    const said = comments.findAll(rows.map(({ foundKey }) => foundKey));
    return rows.flatMap(({ foundKey, ...thread }) => {
      const comment = said.get(foundKey);
      return comment ? [{ comment, ...told(thread) }] : [];
    });
  }

  /** Steps through the inbox, newest first. A step is small: the studio answers between two of them. */
  function* steps({
    view = 'all',
    text = '',
    accountIds,
    sinceAt,
    untilAt,
    ...narrowing
  }: CommentsQuery): Generator<CommentsStep> {
    const query = readQuery(text, { zone: uses.zone(), now: tools.clock.now() });
    // As in the list: words of which none can be looked for find nothing.
    if (text.trim() !== '' && asksNothing(query)) return;
    const wished = { view, me: uses.me(), accountIds, ...narrowing };
    const filter = narrow(wished, query.on, uses.listAccounts());
    const { match } = expressionOf(query);
    const statement = db
      .prepare<unknown[], Found>(findSql(query, filter, match !== ''))
      .safeIntegers(true);
    const without = query.without.map((word) => termExpression(terms, word)).join(' OR ');
    const first = firstKeyOf(Math.max(sinceAt ?? 0, query.sinceAt ?? 0));
    const end = Math.min(untilAt ?? Infinity, query.untilAt ?? Infinity);
    let before = Number.isFinite(end) ? firstKeyOf(end) : beyondAllKeys;
    while (before > first) {
      const low = floor.get(before, readAtOnce - 1);
      const since = low === undefined || low < first ? first : low;
      const rows = statement.all({
        ...filterValues(filter),
        match,
        without,
        before,
        since,
        limit: readAtOnce,
      });
      yield { items: [], read: readAtOnce };
      for (let at = 0; at < rows.length; at += givenAtOnce)
        yield { items: itemsOf(rows.slice(at, at + givenAtOnce)), read: 0 };
      before = since;
    }
  }

  return {
    steps,
    count: (): number => countAll.get() ?? 0,
    /** Brings threads up to date of which comments were removed. */
    refreshThreads(threadIds: Iterable<string>): void {
      for (const id of threadIds) summariseThread(parts, id);
      tools.events.changed('inbox', 'outbox');
    },
    /** Words that stood in removed texts and stand nowhere else are forgotten. */
    dropWords(texts: readonly string[]): void {
      for (const term of new Set(texts.flatMap(termsOf)))
        if (standing.get(`"${term}"`) === undefined) dropTerm.run(term);
    },
  };
}

const told = ({
  postRemoteId,
  intent,
  language,
}: Pick<ThreadRow, 'postRemoteId' | 'intent' | 'language'>) => ({
  ...{ postRemoteId, intent, language },
});

export type RecordsPort = ReturnType<typeof recordsPort>;
