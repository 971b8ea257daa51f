import type { Network, TargetState } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { frozenContent, hashContent, type FrozenContent } from './frozen-content.ts';
import { liveRecord, type LiveRecord } from './live-record.ts';
import { targetProgress, type TargetProgress } from './target-progress.ts';

/** `text`, `deletion` and `withdrawal` change what another target has on the network. */
export type TargetRole = 'post' | 'first-comment' | 'text' | 'deletion' | 'withdrawal';

export type TargetRow = {
  id: string;
  postId: string;
  accountId: string;
  network: Network;
  role: TargetRole;
  parentId?: string | undefined;
  dueAt: number;
  /** How late it may still go out; undefined: whenever. */
  graceMs?: number | undefined;
  claim: number;
  progress: TargetProgress;
  nextAt?: number | undefined;
  content?: FrozenContent | undefined;
  contentHash?: string | undefined;
  attempts: number;
  intentId?: string | undefined;
  remoteId?: string | undefined;
  permalink?: string | undefined;
  publishedAt?: number | undefined;
  /** Taken off the network from here. */
  removedAt?: number | undefined;
  live?: LiveRecord | undefined;
};

type Stored = {
  id: string;
  post_id: string;
  account_id: string;
  network: Network;
  role: TargetRole;
  parent_id: string | null;
  due_at: number;
  grace_ms: number | null;
  claim: number;
  progress: string;
  next_at: number | null;
  content: string | null;
  content_hash: string | null;
  attempts: number;
  intent_id: string | null;
  remote_id: string | null;
  permalink: string | null;
  published_at: number | null;
  removed_at: number | null;
  live: string | null;
};

function readRow(row: Stored): TargetRow {
  return {
    id: row.id,
    postId: row.post_id,
    accountId: row.account_id,
    network: row.network,
    role: row.role,
    parentId: row.parent_id ?? undefined,
    dueAt: row.due_at,
    graceMs: row.grace_ms ?? undefined,
    claim: row.claim,
    progress: targetProgress.parse(JSON.parse(row.progress)),
    nextAt: row.next_at ?? undefined,
    content: row.content ? frozenContent.parse(JSON.parse(row.content)) : undefined,
    contentHash: row.content_hash ?? undefined,
    attempts: row.attempts,
    intentId: row.intent_id ?? undefined,
    remoteId: row.remote_id ?? undefined,
    permalink: row.permalink ?? undefined,
    publishedAt: row.published_at ?? undefined,
    removedAt: row.removed_at ?? undefined,
    live: row.live ? liveRecord.parse(JSON.parse(row.live)) : undefined,
  };
}

export type TargetStore = ReturnType<typeof createTargetStore>;

/** SQL of the table `targets`. */
export function createTargetStore(db: Db) {
  return {
    ...readStatements(db),
    ...writeStatements(db),
    ...watchStatements(db),
    ...changeStatements(db),
  };
}

function changeStatements(db: Db) {
  const changes = db.prepare<[string], Stored>(
    `SELECT * FROM targets WHERE parent_id = ? AND role <> 'first-comment' ORDER BY id DESC`,
  );
  const removedAt = db.prepare('UPDATE targets SET removed_at = ? WHERE id = ?');
  const words = db.prepare('UPDATE targets SET content = ?, content_hash = ? WHERE id = ?');
  return {
    /** Newest first. */
    changesOf: (targetId: string) => changes.all(targetId).map(readRow),
    setRemoved: (id: string, at: number) => void removedAt.run(at, id),
    /** What the network shows since its words were changed. */
    saveWords: (id: string, copy: FrozenContent) =>
      void words.run(JSON.stringify(copy), hashContent(copy), id),
  };
}

function readStatements(db: Db) {
  const byId = db.prepare<[string], Stored>('SELECT * FROM targets WHERE id = ?');
  const ofPost = db.prepare<[string], Stored>(
    'SELECT * FROM targets WHERE post_id = ? ORDER BY id',
  );
  const ofAccount = db.prepare<[string], Stored>(
    `SELECT * FROM targets WHERE account_id = ? AND role = 'post' ORDER BY due_at, id`,
  );
  const ofState = db.prepare<[TargetState], Stored>(
    `SELECT * FROM targets WHERE role = 'post' AND state = ? ORDER BY due_at, id`,
  );
  const all = db.prepare<[], Stored>(
    `SELECT * FROM targets WHERE role = 'post' ORDER BY due_at, id`,
  );
  const child = db.prepare<[string], Stored>(
    `SELECT * FROM targets WHERE parent_id = ? AND role = 'first-comment'`,
  );
  const byRemote = db.prepare<[string, string], Stored>(
    `SELECT * FROM targets WHERE account_id = ? AND remote_id = ? AND role = 'post'`,
  );
  const publishedSince = db.prepare<[string, number], Stored>(
    `SELECT * FROM targets WHERE account_id = ? AND published_at >= ? AND role = 'post'
     ORDER BY published_at DESC`,
  );
  return {
    find: (id: string) => mapOne(byId.get(id)),
    ofPost: (postId: string) => ofPost.all(postId).map(readRow),
    ofAccount: (accountId: string) => ofAccount.all(accountId).map(readRow),
    ofState: (state: TargetState) => ofState.all(state).map(readRow),
    all: () => all.all().map(readRow),
    /** Its first comment. */
    childOf: (targetId: string) => mapOne(child.get(targetId)),
    byRemoteId: (accountId: string, remoteId: string) => mapOne(byRemote.get(accountId, remoteId)),
    publishedSince: (accountId: string, sinceAt: number) =>
      publishedSince.all(accountId, sinceAt).map(readRow),
  };
}

function mapOne(row: Stored | undefined): TargetRow | undefined {
  return row && readRow(row);
}

function writeStatements(db: Db) {
  const insert = db.prepare(
    `INSERT INTO targets (id, post_id, account_id, network, role, parent_id, due_at, grace_ms, claim,
       state, progress, next_at, content, content_hash)
     VALUES (@id, @postId, @accountId, @network, @role, @parentId, @dueAt, @graceMs, 1,
       'scheduled', '{"state":"scheduled"}', @nextAt, @content, @contentHash)`,
  );
  const progress = db.prepare(
    `UPDATE targets SET state = ?, progress = ?, next_at = ? WHERE id = ? AND claim = ?`,
  );
  const decide = db.prepare(
    `UPDATE targets SET state = @state, progress = @progress, next_at = @nextAt, due_at = @dueAt,
       grace_ms = @graceMs, claim = claim + 1 WHERE id = @id`,
  );
  const content = db.prepare(
    'UPDATE targets SET content = ?, content_hash = ? WHERE id = ? AND claim = ?',
  );
  const intent = db.prepare(
    `UPDATE targets SET state = 'publishing', progress = ?, next_at = NULL, intent_id = ?,
       attempts = attempts + 1 WHERE id = ? AND claim = ? AND state = 'ready'`,
  );
  const uncount = db.prepare('UPDATE targets SET attempts = attempts - 1 WHERE id = ?');
  const publication = db.prepare(
    `UPDATE targets SET published_at = coalesce(published_at, @at),
       remote_id = coalesce(@remoteId, remote_id), permalink = coalesce(@permalink, permalink)
     WHERE id = @id`,
  );
  const live = db.prepare('UPDATE targets SET live = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM targets WHERE id = ?');
  return {
    insert({ content: copy, ...row }: NewTarget) {
      insert.run({
        ...row,
        parentId: row.parentId ?? null,
        graceMs: row.graceMs ?? null,
        content: copy ? JSON.stringify(copy) : null,
        contentHash: copy ? hashContent(copy) : null,
      });
    },
    /** False when the claim was lost meanwhile: then nothing was written. */
    saveProgress: (id: string, claim: number, to: TargetProgress, nextAt: number | undefined) =>
      progress.run(to.state, JSON.stringify(to), nextAt ?? null, id, claim).changes === 1,
    /** A decision from outside: ends the claim of whatever is under way. */
    decide: (id: string, to: TargetProgress, { dueAt, graceMs, nextAt }: Plan) =>
      void decide.run({
        id,
        state: to.state,
        progress: JSON.stringify(to),
        dueAt,
        graceMs: graceMs ?? null,
        nextAt: nextAt ?? null,
      }),
    saveContent: (id: string, claim: number, copy: FrozenContent) =>
      content.run(JSON.stringify(copy), hashContent(copy), id, claim).changes === 1,
    /** The atomic claim of a visible call: one caller only ever gets true. */
    beginCall: (id: string, claim: number, to: TargetProgress, intentId: string) =>
      intent.run(JSON.stringify(to), intentId, id, claim).changes === 1,
    /** A call that never left the machine is no attempt. */
    uncountAttempt: (id: string) => void uncount.run(id),
    savePublication: (id: string, at: number, remoteId?: string, permalink?: string) =>
      void publication.run({
        id,
        at,
        remoteId: remoteId ?? null,
        permalink: permalink ?? null,
      }),
    saveLive: (id: string, record: LiveRecord) => void live.run(JSON.stringify(record), id),
    remove: (id: string) => void remove.run(id),
  };
}

type Plan = { dueAt: number; graceMs?: number | undefined; nextAt?: number | undefined };

export type NewTarget = Pick<
  TargetRow,
  'id' | 'postId' | 'accountId' | 'network' | 'role' | 'dueAt'
> &
  Partial<Pick<TargetRow, 'parentId' | 'graceMs' | 'content'>> & { nextAt: number };

function watchStatements(db: Db) {
  // Left to itself SQLite walks all targets by account, which costs more with every post planned.
  const dueAccounts = db.prepare<[number], { account_id: string }>(
    'SELECT DISTINCT account_id FROM targets INDEXED BY targets_due WHERE next_at <= ?',
  );
  const due = db.prepare<[string, number], Stored>(
    'SELECT * FROM targets WHERE account_id = ? AND next_at <= ? ORDER BY next_at, id LIMIT 50',
  );
  const next = db.prepare<[number], { at: number | null }>(
    'SELECT min(next_at) AS at FROM targets WHERE next_at > ?',
  );
  const inState = db.prepare<[TargetState], Stored>('SELECT * FROM targets WHERE state = ?');
  const counts = db.prepare<[], { state: TargetState; n: number }>(
    `SELECT state, count(*) AS n FROM targets WHERE role = 'post' GROUP BY state`,
  );
  const lookAt = db.prepare('UPDATE targets SET next_at = ? WHERE id = ?');
  return {
    dueAccounts: (now: number) => dueAccounts.all(now).map((row) => row.account_id),
    due: (accountId: string, now: number) => due.all(accountId, now).map(readRow),
    /** What is due by `now` is in the hands of a lane already. */
    nextAfter: (now: number) => next.get(now)?.at ?? undefined,
    inState: (state: TargetState) => inState.all(state).map(readRow),
    counts: () => counts.all(),
    lookAt: (id: string, at: number) => void lookAt.run(at, id),
  };
}
