import type { ThreadFact } from '../../shared/facts.ts';
import { searchWords } from '../db/search-words.ts';
import { keysPerMs } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import { readThreadRow, threadColumns, type RawThread, type ThreadRow } from './thread-store.ts';

/** Comments looked through for people of a name: enough for those who write, few enough to wait for. */
const mostComments = 400;

/** Threads and people as other features name them. */
export function knownPeople({ tools: { db }, threads }: InboxParts) {
  const newest = db
    .prepare<[string, string], RawThread>(
      `SELECT ${threadColumns} FROM threads t WHERE t.account_id = ? AND t.person_id = ?
       ORDER BY t.last_key DESC LIMIT 1`,
    )
    .safeIntegers(true);
  const named = db
    .prepare<[string, number], RawThread>(
      `SELECT DISTINCT ${threadColumns} FROM
         (SELECT c.thread_id AS thread_id FROM comments_words w JOIN comments c ON c.key = w.rowid
          WHERE comments_words MATCH ? AND c.mine = 0 ORDER BY w.rowid DESC LIMIT ?) AS found
       JOIN threads t ON t.id = found.thread_id WHERE t.spam = 0 ORDER BY t.last_key DESC`,
    )
    .safeIntegers(true);

  return {
    threadFact(threadId: string): ThreadFact | undefined {
      const row = threads.find(threadId);
      return row && toFact(row);
    },
    /** The newest thread of somebody an account knows by an id. */
    newestOf(accountId: string, personId: string): ThreadFact | undefined {
      const row = newest.get(accountId, personId);
      return row && toFact(readThreadRow(row));
    },
    /** Who writes by such a name, each by their newest thread, newest first. */
    peopleNamed(words: string, limit: number): ThreadFact[] {
      const sought = searchWords(words);
      if (sought === undefined) return [];
      const rows = named.all(`from_name : (${sought})`, mostComments).map(readThreadRow);
      const people = new Map<string, ThreadRow>();
      for (const row of rows) {
        const person = row.personId === null ? row.id : `${row.accountId} ${row.personId}`;
        if (!people.has(person)) people.set(person, row);
      }
      return [...people.values()].slice(0, limit).map(toFact);
    },
  };
}

function toFact({ id, accountId, network, personId, personName, lastKey }: ThreadRow): ThreadFact {
  return {
    threadId: id,
    accountId,
    network,
    ...(personId !== null && { personId }),
    personName,
    lastAt: Number(lastKey / keysPerMs),
  };
}
