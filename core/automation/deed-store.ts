import type { DeedKind } from '../../shared/contract/automation.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';

export type DeedRow = {
  id: string;
  source: 'rule' | 'away' | 'closed';
  ruleId: string | null;
  commentKey: bigint;
  threadId: string;
  accountId: string;
  personId: string | null;
  kind: DeedKind;
  slot: string;
  state: 'done' | 'not-done' | 'undone';
  reason: string | null;
  text: string | null;
  madeId: string | null;
  before: string | null;
  at: number;
};

/** What the inbox says by now of what it was done to. */
type Standing = {
  /** Our answer as it stands on the network. */
  answerKey: bigint | null;
  /** How far the taking back on the network got. */
  undoing: OutboxState | null;
  threadKind: 'comment' | 'mention' | 'message' | null;
  assigneeId: string | null;
  orderState: 'open' | 'sent' | 'dropped' | null;
  isHidden: boolean;
  isSpam: boolean;
};

/** With what it was done to. */
export type SeenDeed = DeedRow &
  Standing & {
    ruleName: string | null;
    person: string | null;
    comment: string | null;
    sending: OutboxState | null;
  };

export type DeedQuery = {
  ruleId?: string | undefined;
  threadId?: string | undefined;
  /** The last one of the page before. */
  after?: { at: number; id: string } | undefined;
  limit: number;
};

// Comments, threads, orders and the outbox belong to others, joined here for reading.
const seen = `SELECT d.id, d.source, d.rule_id AS ruleId, d.comment_key AS commentKey, d.thread_id AS threadId,
    d.account_id AS accountId, d.person_id AS personId, d.kind, d.slot, d.state, d.reason, d.text,
    d.made_id AS madeId, d.before, d.at, r.name AS ruleName, c.from_name AS person, c.text AS comment,
    o.state AS sending, u.state AS undoing, t.kind AS threadKind, t.assignee_id AS assigneeId,
    w.state AS orderState, coalesce(c.hidden, 0) AS isHidden, coalesce(t.spam, 0) AS isSpam,
    (SELECT a.key FROM comments a WHERE a.thread_id = d.thread_id AND a.mine = 1 AND a.deleted = 0
       AND a.outbox_id = d.made_id) AS answerKey
  FROM automation_deeds d LEFT JOIN automation_rules r ON r.id = d.rule_id
  LEFT JOIN comments c ON c.key = d.comment_key
  LEFT JOIN threads t ON t.id = d.thread_id
  LEFT JOIN outbox o ON o.id = d.made_id AND d.kind IN ('reply', 'private-reply')
  LEFT JOIN outbox u ON u.id = d.undo_id
  LEFT JOIN order_drafts w ON w.id = d.made_id AND d.kind = 'order'`;

type Raw = Omit<SeenDeed, 'at' | 'isHidden' | 'isSpam'> &
  Record<'at' | 'isHidden' | 'isSpam', bigint>;
const readRow = (raw: Raw): SeenDeed => ({
  ...raw,
  at: Number(raw.at),
  isHidden: Boolean(raw.isHidden),
  isSpam: Boolean(raw.isSpam),
});

const acted = "state <> 'not-done'";

export type DeedStore = ReturnType<typeof deedStore>;

/** The log of what was done by itself, and the comments that nobody has looked at yet. */
export function deedStore(db: Db) {
  const insert = db.prepare(
    `INSERT INTO automation_deeds (id, source, rule_id, comment_key, thread_id, account_id, person_id, kind,
       slot, state, reason, text, made_id, before, at)
     VALUES (@id, @source, @ruleId, @commentKey, @threadId, @accountId, @personId, @kind, @slot, @state,
       @reason, @text, @madeId, @before, @at)`,
  );
  const find = db.prepare<[string], Raw>(`${seen} WHERE d.id = ?`).safeIntegers(true);
  const page = (where: string) =>
    db
      .prepare<object, Raw>(
        `${seen} WHERE ${where} AND (d.at, d.id) < (@at, @id) ORDER BY d.at DESC, d.id DESC LIMIT @limit`,
      )
      .safeIntegers(true);
  const pages = {
    all: page('TRUE'),
    ofRule: page('d.rule_id = @ruleId'),
    ofThread: page('d.thread_id = @threadId'),
  };
  const undone = db.prepare<[string | null, string]>(
    "UPDATE automation_deeds SET state = 'undone', undo_id = ? WHERE id = ?",
  );
  const ofComment = db
    .prepare<[bigint], string>(
      `SELECT slot FROM automation_deeds WHERE comment_key = ? AND ${acted}`,
    )
    .pluck();
  const countAll = db
    .prepare<[number], number>(
      `SELECT count(DISTINCT comment_key) FROM automation_deeds WHERE at > ? AND ${acted}`,
    )
    .pluck();
  const countOf = db
    .prepare<[string, number], number>(
      `SELECT count(DISTINCT comment_key) FROM automation_deeds WHERE rule_id = ? AND at > ? AND ${acted}`,
    )
    .pluck();
  const suggestion = db
    .prepare<{ threadId: string }, Raw>(
      `${seen} WHERE d.thread_id = @threadId AND d.kind = 'suggest' AND d.state = 'done'
         AND d.comment_key = (SELECT max(key) FROM comments
           WHERE thread_id = +@threadId AND mine = 0 AND deleted = 0)
       ORDER BY d.at DESC, d.id DESC LIMIT 1`,
    )
    .safeIntegers(true);

  return {
    insert: (row: DeedRow) => void insert.run(row),
    find(id: string): SeenDeed | undefined {
      const raw = find.get(id);
      return raw && readRow(raw);
    },
    page({ ruleId, threadId, after, limit }: DeedQuery): SeenDeed[] {
      const part = threadId === undefined ? (ruleId === undefined ? 'all' : 'ofRule') : 'ofThread';
      const from = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' };
      return pages[part].all({ ...from, ruleId, threadId, limit }).map(readRow);
    },
    /** `undoId`: the item of the outbox that takes it back on the network. */
    setUndone: (id: string, undoId?: string) => void undone.run(undoId ?? null, id),
    /** What was done to a comment, and perhaps undone. */
    slotsOf: (commentKey: bigint) => ofComment.all(commentKey),
    /** Comments that were acted upon since; by one rule, or by all together. */
    countSince: (at: number, ruleId?: string): number =>
      (ruleId === undefined ? countAll.get(at) : countOf.get(ruleId, at)) ?? 0,
    /** Of the newest words of the customer alone: what was said to older ones no longer fits. */
    suggestionOf(threadId: string): SeenDeed | undefined {
      const raw = suggestion.get({ threadId });
      return raw && readRow(raw);
    },
    ...waitingStore(db),
  };
}

/** Comments nobody has looked at, people who were told of an absence, waits that were told of. */
function waitingStore(db: Db) {
  const wait = db.prepare<[bigint]>(
    'INSERT OR IGNORE INTO automation_waiting (comment_key) VALUES (?)',
  );
  // The newest first: a customer of now is there to read the answer.
  const next = db
    .prepare<[number], bigint>(
      'SELECT comment_key FROM automation_waiting ORDER BY comment_key DESC LIMIT ?',
    )
    .pluck()
    .safeIntegers(true);
  const looked = db.prepare<[bigint]>('DELETE FROM automation_waiting WHERE comment_key = ?');
  const greet = db.prepare<[string, string, string, number]>(
    'INSERT OR IGNORE INTO automation_greeted (absence, account_id, person_id, at) VALUES (?, ?, ?, ?)',
  );
  return {
    wait: (commentKey: bigint) => void wait.run(commentKey),
    waiting: (limit: number) => next.all(limit),
    /** Answers false when another has looked meanwhile. */
    takeUp: (commentKey: bigint): boolean => looked.run(commentKey).changes === 1,
    /** Answers false for somebody who was told already. */
    greet: (absence: string, accountId: string, personId: string, at: number): boolean =>
      greet.run(absence, accountId, personId, at).changes === 1,
  };
}
