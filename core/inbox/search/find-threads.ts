import type { Db } from '../../db/transact.ts';
import { beyondAllKeys, firstKeyOf } from '../comment-key.ts';
import { filterValues, type ThreadFilter } from '../thread-list.ts';
import { readThreadRow, type RawThread, type ThreadRow } from '../thread-store.ts';
import { excerptOf, type ExcerptPart } from './excerpt.ts';
import { findSql, shownSql } from './find-sql.ts';
import { nearWords } from './near-words.ts';
import type { SearchQuery } from './read-query.ts';
import { termsOf, type TermStore } from './term-store.ts';
import { anyOf, fromExpression, spellings, termExpression } from './words-expression.ts';

export type FoundThread = {
  thread: ThreadRow;
  /** The newest comment of it that fits. */
  commentKey: bigint;
  /** Its words around what was sought. */
  excerpt: ExcerptPart[];
};

export type Found = {
  items: FoundThread[];
  /** Key of the last comment looked at; absent at the end. */
  next?: bigint;
  /** What was looked for instead of words that nobody wrote. */
  instead?: string[];
};

export type FindWish = { filter: ThreadFilter; after?: bigint | undefined; limit: number };

/** A search that fits nearly nothing ends here: the person narrows it. */
const mostRead = 20_000;

type Raw = RawThread & { foundKey: bigint; foundText: string };

/** Searches every word of the inbox, newest first; a thread stands where its newest fitting comment does. */
export function findThreads(db: Db, terms: TermStore) {
  const statements = new Map<string, ReturnType<typeof prepareFind>>();
  const prepareFind = (sql: string) => db.prepare<unknown[], Raw>(sql).safeIntegers(true);
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? prepareFind(sql);
    statements.set(sql, known);
    return known;
  };
  const expressionOf = expressions(db, terms);

  return function find(query: SearchQuery, { filter, after, limit }: FindWish): Found {
    const { match, instead, starts } = expressionOf(query);
    const hasWords = match !== '';
    const rowsOf = statement(findSql(query, filter, hasWords));
    const shown = statement(shownSql(query, filter, hasWords));
    // A few more than the page: a thread may be found by several of its comments.
    const readAtOnce = limit + Math.max(10, Math.ceil(limit / 5));
    const until = query.untilAt === undefined ? beyondAllKeys : firstKeyOf(query.untilAt);
    const values = {
      ...filterValues(filter),
      match,
      without: query.without.map((word) => termExpression(terms, word)).join(' OR '),
      since: query.sinceAt === undefined ? 0n : firstKeyOf(query.sinceAt),
      limit: readAtOnce,
    };
    const wasShown = (thread: string) =>
      after !== undefined &&
      shown.get({ ...values, before: until, from: after, thread }) !== undefined;
    const seen = new Set<string>();
    const items: FoundThread[] = [];
    const told = instead ? { instead } : {};
    let before = after ?? until;
    for (let read = 0; read < mostRead; read += readAtOnce) {
      const rows = rowsOf.all({ ...values, before });
      for (const { foundKey, foundText, ...raw } of rows) {
        if (items.length === limit) return { items, next: before, ...told };
        before = foundKey;
        if (seen.has(raw.id)) continue;
        seen.add(raw.id);
        if (wasShown(raw.id)) continue;
        const thread = readThreadRow(raw);
        items.push({ thread, commentKey: foundKey, excerpt: excerptOf(foundText, starts) });
      }
      if (rows.length < readAtOnce) return { items, ...told };
    }
    return { items, next: before, ...told };
  };
}

type Expression = {
  match: string;
  /** Beginnings of the words that are sought. */
  starts: string[];
  instead?: string[];
};

/** The expression of all words, with those that nobody wrote replaced by near ones. */
function expressions(db: Db, terms: TermStore) {
  const anyMatch = db
    .prepare<[string], number>('SELECT 1 FROM comments_words WHERE comments_words MATCH ? LIMIT 1')
    .pluck();
  const isThere = (expression: string) => anyMatch.get(expression) !== undefined;

  return ({ words, from }: SearchQuery): Expression => {
    const names = fromExpression(from);
    const join = (parts: string[]) => [...parts, ...(names ? [names] : [])].join(' AND ');
    const parts = words.map((word) => termExpression(terms, word));
    const match = join(parts);
    const starts = words.flatMap(({ text }) => spellings(text).flatMap(termsOf));
    if (words.length === 0 || isThere(match)) return { match, starts };
    const readings = words.map((word, index) => {
      const isKnown = word.exact || isThere(parts[index] ?? '');
      return isKnown ? [] : nearWords(terms, word.text);
    });
    if (readings.every((others) => others.length === 0)) return { match, starts };
    return {
      match: join(readings.map((others, at) => (others[0] ? anyOf(others) : (parts[at] ?? '')))),
      starts: [...starts, ...readings.flat()],
      instead: readings.map(([other], at) => other ?? words[at]?.text ?? ''),
    };
  };
}
