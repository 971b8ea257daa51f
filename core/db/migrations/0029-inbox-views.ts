import type { Migration } from '../migration.ts';

const columns = `
  ALTER TABLE threads ADD COLUMN kind TEXT NOT NULL DEFAULT 'comment'
    CHECK (kind IN ('comment', 'mention', 'message'));
  -- The person of the team who answers it.
  ALTER TABLE threads ADD COLUMN assignee_id TEXT;
  -- UTC ms until which it is out of sight.
  ALTER TABLE threads ADD COLUMN snoozed_until INTEGER;
  ALTER TABLE threads ADD COLUMN spam INTEGER NOT NULL DEFAULT 0;
  -- What the customer's newest words want, and in which language they are.
  ALTER TABLE threads ADD COLUMN intent TEXT;
  ALTER TABLE threads ADD COLUMN language TEXT;
  -- Key of the first of the customer's words that nobody has answered yet.
  ALTER TABLE threads ADD COLUMN waits_since INTEGER;
  ALTER TABLE comments ADD COLUMN attachment_url TEXT;
`;

/** The first of the customer's words after the last of ours. */
const waitsSince = `
  UPDATE threads SET waits_since = coalesce(
    (SELECT min(c.key) FROM comments c WHERE c.thread_id = threads.id AND c.mine = 0
       AND c.deleted = 0 AND c.hidden = 0
       AND c.key > coalesce((SELECT max(o.key) FROM comments o WHERE o.thread_id = threads.id
         AND o.mine = 1 AND o.deleted = 0), 0)), last_key)
  WHERE waits = 1;
`;

const lists = `
  DROP INDEX threads_newest;
  DROP INDEX threads_waiting;
  DROP INDEX threads_done;
  CREATE INDEX threads_all ON threads (last_key DESC) WHERE spoken = 1 AND spam = 0;
  CREATE INDEX threads_of_account ON threads (account_id, last_key DESC)
    WHERE spoken = 1 AND spam = 0;
  CREATE INDEX threads_unanswered ON threads (last_key DESC)
    WHERE waits = 1 AND done = 0 AND spam = 0 AND snoozed_until IS NULL;
  CREATE INDEX threads_longest ON threads (waits_since)
    WHERE waits = 1 AND done = 0 AND spam = 0 AND snoozed_until IS NULL;
  CREATE INDEX threads_customer ON threads (last_key DESC)
    WHERE spoken = 1 AND waits = 0 AND done = 0 AND spam = 0 AND snoozed_until IS NULL;
  CREATE INDEX threads_mine ON threads (assignee_id, last_key DESC)
    WHERE assignee_id IS NOT NULL AND done = 0 AND spam = 0;
  CREATE INDEX threads_snoozed ON threads (last_key DESC) WHERE snoozed_until IS NOT NULL;
  CREATE INDEX threads_waking ON threads (snoozed_until) WHERE snoozed_until IS NOT NULL;
  CREATE INDEX threads_done ON threads (last_key DESC) WHERE done = 1 AND spam = 0;
  CREATE INDEX threads_spam ON threads (last_key DESC) WHERE spam = 1;
  CREATE INDEX threads_orders ON threads (last_key DESC)
    WHERE intent = 'order' AND done = 0 AND spam = 0;
  CREATE INDEX threads_questions ON threads (last_key DESC)
    WHERE intent IN ('price', 'available', 'size', 'delivery', 'hours', 'question')
      AND done = 0 AND spam = 0;
  CREATE INDEX threads_of_person ON threads (account_id, person_id, last_key DESC)
    WHERE person_id IS NOT NULL;
  -- What nobody has read yet for what it wants.
  CREATE INDEX threads_unread_meaning ON threads (last_key DESC) WHERE language IS NULL AND spoken = 1;
  CREATE INDEX threads_signed ON threads (last_key DESC)
    WHERE sign IN ('asks', 'queued', 'refused');
  -- Our last word in a thread, however long it is.
  CREATE INDEX comments_ours ON comments (thread_id, key) WHERE mine = 1 AND deleted = 0;
`;

/** Words that stand in the inbox, for those that begin alike and those that are nearly alike. The index of
 *  words knows them too, but it counts all their comments before it tells. */
const terms = `
  CREATE TABLE inbox_terms (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE temp.standing_terms USING fts5vocab('main', 'comments_words', 'row');
  INSERT INTO inbox_terms (term) SELECT term FROM temp.standing_terms;
  DROP TABLE temp.standing_terms;
  CREATE INDEX outbox_refused ON outbox (thread_id, seq) WHERE state = 'refused';
`;

const figures = ['all', 'unread', 'unanswered', 'customer', 'snoozed', 'done', 'spam'] as const;

/** Whether a thread counts, as SQL over the row `row`. */
function counted(row: string): Record<(typeof figures)[number], string> {
  const open = `${row}.done = 0 AND ${row}.spam = 0 AND ${row}.snoozed_until IS NULL`;
  return {
    all: `${row}.spoken = 1 AND ${row}.spam = 0`,
    unread: `${row}.unread = 1 AND ${row}.spam = 0 AND ${row}.snoozed_until IS NULL`,
    unanswered: `${row}.waits = 1 AND ${open}`,
    customer: `${row}.spoken = 1 AND ${row}.waits = 0 AND ${open}`,
    snoozed: `${row}.snoozed_until IS NOT NULL`,
    done: `${row}.done = 1 AND ${row}.spam = 0`,
    spam: `${row}.spam = 1`,
  };
}

const active = (row: string) => `${row}.done = 0 AND ${row}.spam = 0`;

/** Adds a row's part to the figures of its account, or takes it away: one row of the table. */
function countRow(row: string, by: '+' | '-'): string {
  const parts = counted(row);
  const sums = figures.map((name) => `n_${name} = n_${name} ${by} (${parts[name]})`);
  return `UPDATE inbox_figures SET ${sums.join(', ')} WHERE account_id = ${row}.account_id;`;
}

/** The same for a figure that has a name of its own: of a person, or of what customers want. */
function countNamed(row: string, by: '+' | '-', column: string, prefix: string): string {
  const sign = by === '-' ? '-' : '';
  return `INSERT INTO inbox_named_figures (account_id, name, n)
    SELECT ${row}.account_id, '${prefix}' || ${row}.${column}, ${sign}1
    WHERE ${row}.${column} IS NOT NULL AND ${active(row)}
    ON CONFLICT (account_id, name) DO UPDATE SET n = n + excluded.n;`;
}

const names = [
  ['assignee_id', 'mine:'],
  ['intent', 'intent:'],
] as const;

const differs = (columns: string) =>
  columns
    .split(', ')
    .map((name) => `new.${name} IS NOT old.${name}`)
    .join(' OR ');

/** Most changes of a thread move nothing that is counted. */
const plain = 'spoken, unread, waits, done, spam, snoozed_until';

const plainTriggers = `
  CREATE TRIGGER threads_counted AFTER INSERT ON threads BEGIN
    INSERT OR IGNORE INTO inbox_figures (account_id) VALUES (new.account_id);
    ${countRow('new', '+')}
  END;
  CREATE TRIGGER threads_recounted AFTER UPDATE OF ${plain} ON threads WHEN ${differs(plain)}
  BEGIN ${countRow('old', '-')} ${countRow('new', '+')} END;
  CREATE TRIGGER threads_uncounted AFTER DELETE ON threads BEGIN ${countRow('old', '-')} END;
`;

const namedTriggers = names
  .map(
    ([column, prefix]) => `
  CREATE TRIGGER threads_${column}_counted AFTER INSERT ON threads WHEN new.${column} IS NOT NULL
  BEGIN ${countNamed('new', '+', column, prefix)} END;
  CREATE TRIGGER threads_${column}_recounted AFTER UPDATE OF ${column}, done, spam ON threads
  WHEN coalesce(new.${column}, old.${column}) IS NOT NULL AND (${differs(`${column}, done, spam`)})
  BEGIN
    ${countNamed('old', '-', column, prefix)}
    ${countNamed('new', '+', column, prefix)}
  END;
  CREATE TRIGGER threads_${column}_uncounted AFTER DELETE ON threads WHEN old.${column} IS NOT NULL
  BEGIN ${countNamed('old', '-', column, prefix)} END;`,
  )
  .join('');

const counters = `
  DROP TRIGGER threads_counted;
  DROP TRIGGER threads_recounted;
  DROP TRIGGER threads_uncounted;
  DROP TABLE inbox_counters;
  -- Badges read a few rows an account, whatever the number of threads.
  CREATE TABLE inbox_figures (
    account_id TEXT PRIMARY KEY,
    ${figures.map((name) => `n_${name} INTEGER NOT NULL DEFAULT 0`).join(', ')}
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE inbox_named_figures (
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (account_id, name)
  ) STRICT, WITHOUT ROWID;
  ${plainTriggers}
  ${namedTriggers}
`;

/** What stood there before is counted by the same rules. */
const countStanding = `INSERT INTO inbox_figures
  SELECT account_id, ${figures.map((name) => `sum(${counted('threads')[name]})`).join(', ')}
  FROM threads GROUP BY account_id;`;

export const migration: Migration = {
  version: 29,
  name: 'inbox-views',
  up(db) {
    for (const sql of [columns, waitsSince, lists, terms, counters, countStanding]) db.exec(sql);
  },
};
