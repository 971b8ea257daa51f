import { setImmediate } from 'node:timers/promises';
import type { Customer } from '../../shared/contract/records.ts';
import type { Network } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';

/** Comments looked at in one step. */
const readAtOnce = 5000;
const beyondAllKeys = 2n ** 63n - 1n;
const mostNamed = 200;
const mostCounted = 5000;

export type PersonComment = {
  key: bigint;
  accountId: string;
  remoteId: string;
  threadId: string;
  fromId: string | null;
  fromName: string;
  text: string;
  network: Network;
  createdAt: bigint;
};

type Named = { key: bigint; fromName: string; text: string; createdAt: bigint };
type Writer = { network: Network; id: string | null; name: string; at: number };

export type PersonFinder = ReturnType<typeof personFinder>;

const idsOf = (who: readonly Customer[]) => who.flatMap(({ id }) => id ?? []);
const networks = ['facebook', 'instagram'] as const;

/** A phrase of the index of words, in one of its columns. */
const phrase = (column: 'text' | 'from_name', words: string) =>
  `${column} : "${words.replaceAll('"', ' ').replaceAll('\0', ' ')}"`;

/** Finds what somebody wrote. Comments belong to the inbox; read here. */
export function personFinder(db: Db) {
  const floor = db
    .prepare<[bigint, number], bigint>(
      'SELECT key FROM comments WHERE key < ? ORDER BY key DESC LIMIT 1 OFFSET ?',
    )
    .pluck()
    .safeIntegers(true);
  const ofStep = db
    .prepare<unknown[], PersonComment>(
      `SELECT c.key, c.account_id AS accountId, c.remote_id AS remoteId, c.thread_id AS threadId,
         c.from_id AS fromId, c.from_name AS fromName, c.text, c.created_at AS createdAt, t.network
       FROM comments c JOIN threads t ON t.id = c.thread_id
       WHERE c.key < @before AND c.key >= @since AND c.mine = 0
         AND (c.from_id IN (SELECT value FROM json_each(@ids))
           OR (c.from_id IS NULL
             AND t.network || ':' || c.from_name IN (SELECT value FROM json_each(@names))))`,
    )
    .safeIntegers(true);
  const naming = db
    .prepare<[string, number], Named>(
      `SELECT c.key, c.from_name AS fromName, c.text, c.created_at AS createdAt
       FROM comments_words w JOIN comments c ON c.key = w.rowid
       WHERE comments_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`,
    )
    .safeIntegers(true);
  const within = db
    .prepare<unknown[], string>(
      `SELECT value FROM json_each(@words) WHERE EXISTS (SELECT 1 FROM comments c
         WHERE c.key < @before AND c.key >= @since AND (instr(c.from_name, value)
           OR instr(coalesce(c.from_id, ''), value) OR instr(c.text, value)))`,
    )
    .pluck();
  const called = db.prepare<[string, number], Writer>(
    `SELECT t.network, c.from_id AS id, c.from_name AS name, c.created_at AS at
     FROM comments_words w JOIN comments c ON c.key = w.rowid JOIN threads t ON t.id = c.thread_id
     WHERE comments_words MATCH ? AND c.mine = 0 ORDER BY w.rowid DESC LIMIT ?`,
  );
  /** Everything that these people wrote, newest first; step by step, so that others are answered between. */
  async function commentsOf(who: readonly Customer[]): Promise<PersonComment[]> {
    const ids = JSON.stringify(idsOf(who));
    // Those whose id the network does not tell are known by their name alone.
    const bare = who.filter(({ id, name }) => id === undefined && name !== '');
    const names = JSON.stringify(bare.map(({ network, name }) => `${network}:${name}`));
    const found: PersonComment[] = [];
    let before = beyondAllKeys;
    for (;;) {
      const low = floor.get(before, readAtOnce - 1);
      found.push(...ofStep.all({ before, since: low ?? 0n, ids, names }));
      if (low === undefined) return found;
      before = low;
      await setImmediate();
    }
  }

  /** Of these words, those that somebody else has in a name, an id or a text, even as a part of a longer one. */
  async function standing(words: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    const sought = JSON.stringify(words);
    for (let before = beyondAllKeys; ; await setImmediate()) {
      const low = floor.get(before, readAtOnce - 1);
      for (const word of within.all({ before, since: low ?? 0n, words: sought })) found.add(word);
      if (low === undefined || found.size === words.length) return found;
      before = low;
    }
  }

  return {
    commentsOf,
    standing,
    /** Words of others that name one of them. */
    naming(who: readonly Customer[], not: ReadonlySet<bigint>): Named[] {
      const rows = new Map<bigint, Named>();
      for (const { name } of who)
        if (/[\p{L}\p{N}]/u.test(name))
          for (const row of naming.all(phrase('text', name), mostNamed))
            if (!not.has(row.key)) rows.set(row.key, row);
      return [...rows.values()];
    },
    /** Does a text of the inbox still say this? */
    isSaid: (words: string): boolean =>
      /[\p{L}\p{N}]/u.test(words) && naming.get(phrase('text', words), 1) !== undefined,
    /** Customers by a part of their name; by their id where nobody is called so. */
    async called(text: string): Promise<FoundWriter[]> {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const match = words.map((word) => `from_name : "${word}"*`).join(' AND ');
      const rows = match === '' ? [] : called.all(match, mostCounted);
      if (rows.length > 0 || !/^\S{4,}$/.test(text.trim())) return byPerson(rows);
      const both = networks.map((network) => ({ network, id: text.trim(), name: '' }));
      const written = await commentsOf(both);
      return byPerson(
        written.map(({ network, fromId, fromName, createdAt }) => ({
          ...{ network, id: fromId, name: fromName, at: Number(createdAt) },
        })),
      );
    },
  };
}

type FoundWriter = {
  network: Network;
  id?: string;
  name: string;
  comments: number;
  firstAt: number;
  lastAt: number;
};

/** What was written, newest first, by whom. */
function byPerson(rows: readonly Writer[]): FoundWriter[] {
  const people = Map.groupBy(rows, ({ network, id, name }) =>
    JSON.stringify([network, id ?? name]),
  );
  return [...people.values()].flatMap((ones) => {
    const [newest] = ones;
    if (!newest) return [];
    const instants = ones.map(({ at }) => at);
    return [
      {
        network: newest.network,
        ...(newest.id !== null && { id: newest.id }),
        name: newest.name,
        comments: ones.length,
        firstAt: Math.min(...instants),
        lastAt: Math.max(...instants),
      },
    ];
  });
}
