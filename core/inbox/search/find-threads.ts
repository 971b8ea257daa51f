import type { Db } from '../../db/transact.ts';
import { firstKeyOf } from '../comment-key.ts';
import { filterValues, type ThreadFilter } from '../thread-list.ts';
import { readThreadRow, type RawThread, type ThreadRow } from '../thread-store.ts';
import { findSql, shownSql } from './find-sql.ts';
import { nearWords } from './near-words.ts';
import type { SearchQuery, SearchWord } from './read-query.ts';
import { anyOf, fromExpression, termExpression } from './words-expression.ts';

export type FoundThread = {
  thread: ThreadRow;
  /** The newest comment of it that fits. */
  commentKey: bigint;
  /** Its words around what was sought, which stands between `mark` signs. */
  excerpt?: string;
};

export type Found = {
  items: FoundThread[];
  /** Key of the last comment looked at; absent at the end. */
  next?: bigint;
  /** What was looked for instead of words that nobody wrote. */
  instead?: string[];
};

export type FindWish = { filter: ThreadFilter; after?: bigint | undefined; limit: number };

/** Signs around what was found: of the private use area, in no text that people write. */
export const mark = { open: '\uE000', close: '\uE001' };

/** A search that fits nearly nothing ends here: the person narrows it. */
const mostRead = 20_000;
const beyondAllKeys = 2n ** 63n - 1n;

type Raw = RawThread & { foundKey: bigint; excerpt: string | null };

/** Searches every word of the inbox, newest first; a thread stands where its newest fitting comment does. */
export function findThreads(db: Db) {
  const statements = new Map<string, ReturnType<typeof prepareFind>>();
  const prepareFind = (sql: string) => db.prepare<unknown[], Raw>(sql).safeIntegers(true);
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? prepareFind(sql);
    statements.set(sql, known);
    return known;
  };
  const expressionOf = expressions(db);

  return function find(query: SearchQuery, { filter, after, limit }: FindWish): Found {
    const { match, instead } = expressionOf(query);
    const hasWords = match !== '';
    const rowsOf = statement(findSql(query, filter, hasWords));
    const shown = statement(shownSql(query, filter, hasWords));
    const readAtOnce = limit * 2;
    const until = query.untilAt === undefined ? beyondAllKeys : firstKeyOf(query.untilAt);
    const values = {
      ...filterValues(filter),
      match,
      without: query.without.map(termExpression).join(' OR '),
      since: query.sinceAt === undefined ? 0n : firstKeyOf(query.sinceAt),
      ...{ open: mark.open, close: mark.close, limit: readAtOnce },
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
      for (const { foundKey, excerpt, ...raw } of rows) {
        if (items.length === limit) return { items, next: before, ...told };
        before = foundKey;
        if (seen.has(raw.id)) continue;
        seen.add(raw.id);
        if (wasShown(raw.id)) continue;
        const thread = readThreadRow(raw);
        items.push({ thread, commentKey: foundKey, ...(excerpt === null ? {} : { excerpt }) });
      }
      if (rows.length < readAtOnce) return { items, ...told };
    }
    return { items, next: before, ...told };
  };
}

/** The expression of all words, with those that nobody wrote replaced by near ones. */
function expressions(db: Db) {
  const near = nearWords(db);
  const anyMatch = db
    .prepare<[string], number>('SELECT 1 FROM comments_words WHERE comments_words MATCH ? LIMIT 1')
    .pluck();
  const isKnown = (word: SearchWord, term: string) =>
    word.exact || anyMatch.get(term) !== undefined;

  return ({ words, from }: SearchQuery): { match: string; instead?: string[] } => {
    const names = fromExpression(from);
    const join = (terms: string[]) => [...terms, ...(names ? [names] : [])].join(' AND ');
    const terms = words.map(termExpression);
    const match = join(terms);
    if (words.length === 0 || anyMatch.get(match) !== undefined) return { match };
    const instead: string[] = [];
    const forgiven = words.map((word, index) => {
      const term = terms[index] ?? '';
      const others = isKnown(word, term) ? [] : near(word.text);
      instead.push(others[0] ?? word.text);
      return others.length > 0 ? anyOf(others) : term;
    });
    const isChanged = forgiven.some((term, index) => term !== terms[index]);
    return isChanged ? { match: join(forgiven), instead } : { match };
  };
}
