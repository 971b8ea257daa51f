import type { Customer } from '../../shared/contract/records.ts';
import type { Db } from '../db/transact.ts';
import { rowEraser, type Erased } from './walk-rows.ts';
import type { Forgotten } from './forgotten.ts';
import type { PersonComment } from './find-person.ts';
import type { InboxForRecords } from './records-uses.ts';

/** What everybody has, or what says nothing of a customer: a table looked at for itself. */
const apart = new Set([
  'comments',
  'threads',
  'accounts',
  'forgotten',
  'forget_receipts',
  'settings',
]);

export type ErasedPerson = {
  comments: number;
  threads: number;
  replies: number;
  waiting: number;
  /** Answers whose call is under way, or of which nobody knows yet whether they are out. */
  leaving: number;
  others: { place: string; rows: number }[];
  /** Of the comments that went, answers to them too. */
  keys: ReadonlySet<bigint>;
  /** What was said, to look for afterwards. */
  texts: string[];
};

export type EraseWish = {
  who: readonly Customer[];
  written: readonly PersonComment[];
  /** Of others, chosen to go as well. */
  also: readonly bigint[];
  now: number;
};

type GoneComment = {
  key: bigint;
  accountId: string;
  remoteId: string;
  text: string;
  fromName: string;
  mine: bigint;
};

const keysJson = (keys: Iterable<bigint>) => `[${[...keys].join(',')}]`;
const asPlaces = (erased: Erased) => [...erased].map(([place, rows]) => ({ place, rows }));

/** Lists as JSON: keys of what they wrote, ids of conversations, ids and names of people. */
type Lists = { keys: string; own?: string; ids?: string; names?: string; all?: string };
const among = (list: keyof Lists) => `IN (SELECT value FROM json_each(@${list}))`;

function reads(db: Db) {
  const list = (sql: string) => {
    const statement = db.prepare<Lists, string>(sql).pluck();
    return (lists: Lists): string => statement.get(lists) ?? '[]';
  };
  return {
    /** Conversations in which no other customer spoke. */
    ownThreads: list(
      `SELECT json_group_array(id) FROM threads t
       WHERE t.id IN (SELECT thread_id FROM comments WHERE key ${among('keys')})
         AND NOT EXISTS (SELECT 1 FROM comments c
           WHERE c.thread_id = t.id AND c.mine = 0 AND NOT c.key ${among('keys')})`,
    ),
    /** Others speak in them, too: they stay, without who began them. */
    begunThreads: list(
      `SELECT json_group_array(id) FROM threads t
       WHERE NOT t.id ${among('own')}
         AND t.id IN (SELECT thread_id FROM comments WHERE key ${among('keys')})
         AND (t.person_id ${among('ids')}
           OR (t.person_id IS NULL AND t.person_name ${among('names')}))`,
    ),
    /** The comments of their own conversations, and our answers to what they wrote in others'. */
    withAnswers: list(
      `SELECT json_group_array(key) FROM comments
       WHERE thread_id ${among('own')} OR key ${among('keys')}
         OR outbox_id IN (SELECT id FROM outbox WHERE comment_key ${among('keys')})`,
    ),
    touched: list(
      `SELECT json_group_array(DISTINCT thread_id) FROM comments
       WHERE key ${among('all')} AND NOT thread_id ${among('own')}`,
    ),
    gone: db
      .prepare<Lists, GoneComment>(
        `SELECT key, account_id AS accountId, remote_id AS remoteId, text, from_name AS fromName, mine
         FROM comments WHERE key ${among('all')}`,
      )
      .safeIntegers(true),
    answers: db.prepare<Lists, { state: string; text: string; parentText: string }>(
      `SELECT state, text, parent_text AS parentText FROM outbox
       WHERE comment_key ${among('all')} OR thread_id ${among('own')}`,
    ),
  };
}

/** Removes what a person wrote, what was answered to them and every row about them. Call it in a transaction;
 *  undone with it, it tells what would be removed. */
export function erasePerson(
  db: Db,
  uses: { inbox: InboxForRecords; forgotten: Forgotten },
  { who, written, also, now }: EraseWish,
): ErasedPerson {
  const read = reads(db);
  const ids = who.flatMap(({ id }) => id ?? []);
  const names = who.map(({ name }) => name);
  const keys = keysJson([...written.map(({ key }) => key), ...also]);
  const own = read.ownThreads({ keys });
  const begun = read.begunThreads({
    ...{ keys, own, ids: JSON.stringify(ids), names: JSON.stringify(names) },
  });
  const all = read.withAnswers({ keys, own });
  const touched = read.touched({ keys, own, all });
  const gone = read.gone.all({ keys, all });
  const answers = read.answers.all({ keys, all, own });

  for (const { network, id } of who)
    if (id !== undefined) uses.forgotten.addAuthor(network, id, now);
  for (const { accountId, remoteId } of gone) uses.forgotten.addComment(accountId, remoteId);

  const erased: Erased = new Map();
  const rows = rowEraser(db, erased);
  rows.whole({ table: 'comments', column: 'key' }, all);
  rows.whole({ table: 'threads', column: 'id' }, own);
  // Notes and deeds of a conversation that goes on without them were about them.
  rows.below({ table: 'threads', column: 'id' }, begun, ['comments', 'outbox']);
  db.prepare<[string]>(
    `UPDATE threads SET person_id = NULL, person_name = ''
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(begun);
  rows.carriers(ids, apart);
  const texts = [
    ...gone.flatMap(({ text, fromName, mine }) => (mine ? [text] : [text, fromName])),
    ...answers.flatMap(({ text, parentText }) => [text, parentText]),
    ...names,
  ];
  eraseAnswered(db, erased, [...ids, ...names, ...texts]);
  uses.inbox.refreshThreads(JSON.parse(touched) as string[]);
  uses.inbox.dropWords(texts);

  const counted = { comments: erased.get('comments') ?? 0, threads: erased.get('threads') ?? 0 };
  const settled = new Set(['sent', 'refused', 'withdrawn']);
  for (const name of ['comments', 'threads']) erased.delete(name);
  return {
    comments: counted.comments - gone.filter(({ mine }) => mine).length,
    threads: counted.threads,
    replies: gone.filter(({ mine }) => mine).length,
    waiting: answers.filter(({ state }) => !settled.has(state)).length,
    leaving: answers.filter(({ state }) => state === 'sending' || state === 'uncertain').length,
    others: asPlaces(erased),
    keys: new Set(gone.map(({ key }) => key)),
    texts,
  };
}

/** Answers are kept for calls that come twice: those that quote the person go. */
function eraseAnswered(db: Db, erased: Erased, words: readonly string[]): void {
  const told = words.filter((word) => word.length >= 4);
  const { changes } = db
    .prepare<[string]>(
      `DELETE FROM applied_changes WHERE EXISTS
         (SELECT 1 FROM json_each(?) word WHERE instr(answer, word.value))`,
    )
    .run(JSON.stringify(told.map((word) => JSON.stringify(word).slice(1, -1))));
  if (changes > 0) erased.set('applied_changes', changes);
}
