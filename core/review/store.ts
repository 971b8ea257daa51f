import { approvalState, type ApprovalState } from '../../shared/contract/posts.ts';
import type { Db } from '../db/transact.ts';
import type { ChangeEntry } from './describe-change.ts';

export type ApprovalRow = {
  postId: string;
  state: ApprovalState;
  contentHash: string | undefined;
  authorId: string | undefined;
  askedAt: number | undefined;
  decidedBy: string | undefined;
  decidedAt: number | undefined;
  words: string;
};

export type NoteRow = {
  id: string;
  postId: string;
  personId: string | null;
  text: string;
  at: number;
  resolvedAt: number | null;
  resolvedBy: string | null;
};

/** An entry of the history; `params` as its sentence takes them. */
export type HistoryRow = {
  id: string;
  postId: string;
  personId: string | null;
  entry: HistoryFact;
  at: number;
};
export type HistoryFact =
  | ChangeEntry
  | { kind: 'asked' | 'approved' | 'withdrawn' }
  | { kind: 'sent-back'; words: string }
  | { kind: 'published'; account: string };

type StoredApproval = {
  post_id: string;
  state: string;
  content_hash: string | null;
  author_id: string | null;
  asked_at: number | null;
  decided_by: string | null;
  decided_at: number | null;
  words: string;
};
type StoredEntry = Omit<HistoryRow, 'entry'> & { kind: string; params: string };

/** More of a post's past than this is not kept. */
const keptEntries = 200;

export type ReviewStore = ReturnType<typeof reviewStore>;

export function reviewStore(db: Db) {
  return { ...approvals(db), ...notes(db), ...history(db) };
}

function approvals(db: Db) {
  const find = db.prepare<[string], StoredApproval>('SELECT * FROM approvals WHERE post_id = ?');
  const approved = db
    .prepare<[string], number>(
      "SELECT 1 FROM approvals WHERE content_hash = ? AND state = 'approved' LIMIT 1",
    )
    .pluck();
  const asked = db
    .prepare<[], string>("SELECT post_id FROM approvals WHERE state = 'asked' ORDER BY asked_at")
    .pluck();
  const put = db.prepare(
    `INSERT OR REPLACE INTO approvals (post_id, state, content_hash, author_id, asked_at,
       decided_by, decided_at, words) VALUES (@postId, @state, @contentHash, @authorId, @askedAt,
       @decidedBy, @decidedAt, @words)`,
  );
  return {
    approval(postId: string): ApprovalRow | undefined {
      const row = find.get(postId);
      return row && readApproval(row);
    },
    isApproved: (contentHash: string) => approved.get(contentHash) !== undefined,
    /** Posts about which somebody is asked. */
    askedPosts: () => asked.all(),
    putApproval: (row: ApprovalRow) =>
      void put.run({
        ...row,
        contentHash: row.contentHash ?? null,
        authorId: row.authorId ?? null,
        askedAt: row.askedAt ?? null,
        decidedBy: row.decidedBy ?? null,
        decidedAt: row.decidedAt ?? null,
      }),
  };
}

function readApproval(row: StoredApproval): ApprovalRow {
  return {
    postId: row.post_id,
    state: approvalState.parse(row.state),
    contentHash: row.content_hash ?? undefined,
    authorId: row.author_id ?? undefined,
    askedAt: row.asked_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    words: row.words,
  };
}

function notes(db: Db) {
  const columns = `id, post_id AS postId, person_id AS personId, text, at,
    resolved_at AS resolvedAt, resolved_by AS resolvedBy`;
  const ofPost = db.prepare<[string], NoteRow>(
    `SELECT ${columns} FROM post_notes WHERE post_id = ? ORDER BY at, id`,
  );
  const find = db.prepare<[string], NoteRow>(`SELECT ${columns} FROM post_notes WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO post_notes (id, post_id, person_id, text, at)
     VALUES (@id, @postId, @personId, @text, @at)`,
  );
  const resolve = db.prepare('UPDATE post_notes SET resolved_at = ?, resolved_by = ? WHERE id = ?');
  return {
    notesOf: (postId: string) => ofPost.all(postId),
    note: (id: string) => find.get(id),
    addNote: (row: Omit<NoteRow, 'resolvedAt' | 'resolvedBy'>) => void insert.run(row),
    resolveNote: (id: string, at: number | null, personId: string | null) =>
      void resolve.run(at, personId, id),
  };
}

function history(db: Db) {
  const columns = 'id, post_id AS postId, person_id AS personId, kind, params, at';
  const ofPost = db.prepare<[string], StoredEntry>(
    `SELECT ${columns} FROM post_history WHERE post_id = ? ORDER BY at DESC, id DESC`,
  );
  const last = db.prepare<[string], StoredEntry>(
    `SELECT ${columns} FROM post_history WHERE post_id = ? ORDER BY at DESC, id DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT INTO post_history (id, post_id, person_id, kind, params, at)
     VALUES (@id, @postId, @personId, @kind, @params, @at)`,
  );
  const update = db.prepare('UPDATE post_history SET params = ?, at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM post_history WHERE id = ?');
  const prune = db.prepare(
    `DELETE FROM post_history WHERE post_id = @postId AND id NOT IN (
       SELECT id FROM post_history WHERE post_id = @postId ORDER BY at DESC, id DESC LIMIT @kept)`,
  );
  return {
    /** Newest first. */
    historyOf: (postId: string): HistoryRow[] => ofPost.all(postId).map(readEntry),
    lastEntry(postId: string): HistoryRow | undefined {
      const row = last.get(postId);
      return row && readEntry(row);
    },
    addEntry({ entry: { kind, ...params }, ...row }: HistoryRow): void {
      insert.run({ ...row, kind, params: JSON.stringify(params) });
      prune.run({ postId: row.postId, kept: keptEntries });
    },
    changeEntry(id: string, { kind: _kind, ...params }: HistoryFact, at: number): void {
      update.run(JSON.stringify(params), at, id);
    },
    removeEntry: (id: string) => void remove.run(id),
  };
}

function readEntry({ kind, params, ...row }: StoredEntry): HistoryRow {
  return { ...row, entry: { kind, ...(JSON.parse(params) as object) } as HistoryFact };
}
