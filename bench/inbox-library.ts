import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../core/db/migrations.ts';
import { migrate } from '../core/db/migrate.ts';
import { openDatabase } from '../core/db/open-database.ts';
import type { Db } from '../core/db/transact.ts';
import { keysPerMs } from '../core/inbox/comment-key.ts';
import { insertRows, type SqlValue } from '../core/inbox/insert-rows.ts';
import { tidyWords } from '../core/inbox/search/tidy-words.ts';
import { inputsDir } from './inputs.ts';

export const commentCount = 1_000_000;
/** Most people say one thing. */
export const threadCount = 700_000;
const postCount = 4000;
const startAt = Date.UTC(2020, 0, 1);
const stepMs = 150_000;
/** Threads that come in with one page. */
const rowsAtOnce = 50;

/** A thread of ten comments and one of ten thousand. */
export const shortThread = { id: 'thread-short', comments: 10 };
export const longThread = { id: 'thread-long', comments: 10_000 };

const openings = ['Bonjour', 'Salut', 'Hello', 'Coucou', 'Bonsoir', 'Hi', 'Dites', 'Merci'];
const askings = [
  'combien coûte',
  'avez-vous',
  'je cherche',
  'do you have',
  'is there',
  'vous livrez',
];
const things = [
  ...[
    'géranium',
    'arum',
    'pothos',
    'cactus',
    'rosier',
    'fougère',
    'lavande',
    'tulipe',
    'hortensia',
  ],
  ...[
    'orchidée',
    'basilic',
    'camélia',
    'jasmin',
    'pivoine',
    'dahlia',
    'magnolia',
    'olivier',
    'monstera',
  ],
];
const ends = [
  'svp ?',
  'en pot',
  'pour demain',
  'for my mother',
  'en rouge',
  'à Lyon',
  'please',
  '🌷',
];

/** What comment number `index` says. A rare word stands in one of a thousand. */
export function wordsOf(index: number): string {
  const mix = (Math.imul(index + 1, 2_654_435_761) >>> 0) / 2 ** 32;
  const at = (list: readonly string[], turn: number) =>
    list[Math.floor(((mix * turn) % 1) * list.length)] ?? '';
  const name = `sorte${(Math.imul(index, 40_503) >>> 0) % 5000}`;
  const rare = index % 1000 === 7 ? ' chrysanthème' : '';
  return `${at(openings, 3)}, ${at(askings, 17)} ${at(things, 101)} ${name} ${at(ends, 977)}${rare}`;
}

/** A copy of an inbox of a million comments, made once; the caller removes its folder. */
export async function openLargeInbox(): Promise<{ db: Db; folder: string; file: string }> {
  const made = await largeInbox();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-inbox-'));
  const file = join(folder, 'studio.db');
  copyFileSync(made, file);
  return { db: openDatabase(file), folder, file };
}

/** The file that copies are made of. */
export async function largeInbox(): Promise<string> {
  const version = migrations.at(-1)?.version ?? 0;
  const file = join(inputsDir, `inbox-${version}.db`);
  if (existsSync(file)) return file;
  mkdirSync(inputsDir, { recursive: true });
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}.part${end}`, { force: true });
  const db = openDatabase(`${file}.part`);
  migrate(db, migrations);
  db.pragma('synchronous = OFF');
  db.transaction(() => fillInbox(db, { threads: threadCount, comments: commentCount })).immediate();
  // As the quiet moments of years have left it.
  const tidy = tidyWords(db);
  while (await tidy(() => false));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(`${file}.part`, file);
  return file;
}

const threadColumns = [
  ...['id', 'account_id', 'network', 'post_remote_id', 'top_remote_id', 'person_id', 'person_name'],
  ...['last_key', 'snippet', 'spoken', 'unread', 'waits', 'done', 'waits_since'],
];
const commentColumns = [
  ...['key', 'account_id', 'remote_id', 'full_remote_id', 'thread_id', 'from_id', 'from_name'],
  ...['text', 'created_at', 'mine', 'hidden'],
];
const keyOf = (index: number) => BigInt(startAt + index * stepMs) * keysPerMs;

/** Rows in the order in which they would have come: each second thread has two comments while there are
 *  enough. */
export function fillInbox(db: Db, size: { threads: number; comments: number }): void {
  const insertThreads = insertRows(db, 'threads', threadColumns);
  const insertComments = insertRows(db, 'comments', commentColumns);
  const threads: SqlValue[][] = [];
  const comments: SqlValue[][] = [];
  const flush = () => {
    insertThreads(threads.splice(0));
    insertComments(comments.splice(0));
  };
  let index = 0;
  const add = (id: string, number: number, count: number) => {
    const waits = Number(number % 10 === 0);
    const last = index + count - 1;
    const [account, person] = [`account-${number % 3}`, `person-${number}`];
    threads.push([
      ...[id, account, 'facebook', `post-${number % postCount}`, id, person, `Client ${number}`],
      ...[keyOf(last), wordsOf(last), 1, waits, waits, 1 - waits, waits ? keyOf(last) : null],
    ]);
    for (; index <= last; index++)
      comments.push([
        ...[keyOf(index), account, `c${index}`, `c${index}`, id, person, `Client ${number}`],
        ...[wordsOf(index), startAt + index * stepMs, 0, 0],
      ]);
    if (threads.length >= rowsAtOnce) flush();
  };
  for (const { id, comments: count } of [shortThread, longThread])
    if (count < size.comments) add(id, postCount, count);
  for (let number = 0; number < size.threads; number++) {
    const left = size.comments - index - (size.threads - number);
    add(`thread-${number}`, number, left > 0 && number % 2 === 0 ? 2 : 1);
  }
  flush();
  db.exec(`CREATE VIRTUAL TABLE temp.standing_terms USING fts5vocab('main', 'comments_words', 'row');
    INSERT OR IGNORE INTO inbox_terms (term) SELECT term FROM temp.standing_terms;
    DROP TABLE temp.standing_terms`);
}
