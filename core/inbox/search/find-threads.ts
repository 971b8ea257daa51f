import type { Db } from '../../db/transact.ts';
import { beyondAllKeys, firstKeyOf } from '../comment-key.ts';
import { filterValues, type ThreadFilter } from '../thread-filter.ts';
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
const moreAtOnce = 10;

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
  const { plain, isThere, near } = readings(db, terms);

  function look(query: SearchQuery, wish: FindWish, { match, instead, starts }: Expression): Found {
    const { filter, after, limit } = wish;
    const hasWords = match !== '';
    const rowsOf = statement(findSql(query, filter, hasWords));
    const shown = statement(shownSql(query, filter, hasWords));
    const until = query.untilAt === undefined ? beyondAllKeys : firstKeyOf(query.untilAt);
    const values = {
      ...filterValues(filter),
      match,
      without: query.without.map((word) => termExpression(terms, word)).join(' OR '),
      since: query.sinceAt === undefined ? 0n : firstKeyOf(query.sinceAt),
    };
    const wasShown = (thread: string) =>
      after !== undefined &&
      shown.get({ ...values, before: until, from: after, thread }) !== undefined;
    const seen = new Set<string>();
    const items: FoundThread[] = [];
    const told = instead ? { instead } : {};
    let before = after ?? until;
    for (let read = 0; read < mostRead;) {
      // Where a thread was found by several of its comments, a few more are read.
      const atOnce = limit - items.length + (read === 0 ? 1 : moreAtOnce);
      const rows = rowsOf.all({ ...values, before, limit: atOnce });
      read += atOnce;
      for (const { foundKey, foundText, ...raw } of rows) {
        if (items.length === limit) return { items, next: before, ...told };
        before = foundKey;
        if (seen.has(raw.id)) continue;
        seen.add(raw.id);
        if (wasShown(raw.id)) continue;
        const thread = readThreadRow(raw);
        items.push({ thread, commentKey: foundKey, excerpt: excerptOf(foundText, starts) });
      }
      if (rows.length < atOnce) return { items, ...told };
    }
    return { items, next: before, ...told };
  }

  return function find(query: SearchQuery, wish: FindWish): Found {
    const expression = plain(query);
    const found = look(query, wish, expression);
    const isEmpty = found.items.length === 0 && found.next === undefined;
    if (!isEmpty || query.words.length === 0 || isThere(expression.match)) return found;
    const other = near(query);
    return other ? look(query, wish, other) : found;
  };
}

type Expression = {
  match: string;
  /** Beginnings of the words that are sought. */
  starts: string[];
  instead?: string[];
};

/** How words are read: as they stand, or, where nobody wrote them, as near ones. */
function readings(db: Db, terms: TermStore) {
  const anyMatch = db
    .prepare<[string], number>('SELECT 1 FROM comments_words WHERE comments_words MATCH ? LIMIT 1')
    .pluck();
  const isThere = (match: string) => anyMatch.get(match) !== undefined;
  const join = (parts: string[], { from }: SearchQuery) => {
    const names = fromExpression(from);
    return [...parts, ...(names ? [names] : [])].join(' AND ');
  };
  const startsOf = ({ words }: SearchQuery) =>
    words.flatMap(({ text }) => spellings(text).flatMap(termsOf));

  function plain(query: SearchQuery): Expression {
    const parts = query.words.map((word) => termExpression(terms, word));
    return { match: join(parts, query), starts: startsOf(query) };
  }

  /** Undefined where no word is near. */
  function near(query: SearchQuery): Expression | undefined {
    const read = query.words.map((word) => {
      const part = termExpression(terms, word);
      const others = word.exact || isThere(part) ? [] : nearWords(terms, word.text);
      const [first = word.text] = others;
      return { others, instead: first, part: others.length > 0 ? anyOf(others) : part };
    });
    if (read.every(({ others }) => others.length === 0)) return undefined;
    return {
      match: join(
        read.map(({ part }) => part),
        query,
      ),
      starts: [...startsOf(query), ...read.flatMap(({ others }) => others)],
      instead: read.map(({ instead }) => instead),
    };
  }

  return { plain, isThere, near };
}

/** The expression of all words, with those that nobody wrote replaced by near ones. */
export function expressions(db: Db, terms: TermStore) {
  const { plain, isThere, near } = readings(db, terms);
  return (query: SearchQuery): Expression => {
    const expression = plain(query);
    if (query.words.length === 0 || isThere(expression.match)) return expression;
    return near(query) ?? expression;
  };
}
