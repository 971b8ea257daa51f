import type { Db } from '../db/transact.ts';

export type NoteRow = {
  id: string;
  threadId: string;
  personId: string | null;
  text: string;
  at: number;
  editedAt: number | null;
  removedAt: number | null;
};

export type NoteStore = ReturnType<typeof noteStore>;

const columns = `n.id, n.thread_id AS threadId, n.person_id AS personId, n.text, n.at,
  n.edited_at AS editedAt, n.removed_at AS removedAt`;

/** Notes about threads, and whom they name. */
export function noteStore(db: Db) {
  const find = db.prepare<[string], NoteRow>(
    `SELECT ${columns} FROM thread_notes n WHERE n.id = ?`,
  );
  const ofThread = db.prepare<[string], NoteRow>(
    `SELECT ${columns} FROM thread_notes n
     WHERE n.thread_id = ? AND n.removed_at IS NULL ORDER BY n.at, n.id`,
  );
  const insert = db.prepare<Pick<NoteRow, 'id' | 'threadId' | 'personId' | 'text' | 'at'>>(
    `INSERT INTO thread_notes (id, thread_id, person_id, text, at)
     VALUES (@id, @threadId, @personId, @text, @at)`,
  );
  const setText = db.prepare<[string, number, string]>(
    'UPDATE thread_notes SET text = ?, edited_at = ? WHERE id = ?',
  );
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE thread_notes SET removed_at = ? WHERE id = ?',
  );
  const forget = db.prepare<[number]>('DELETE FROM thread_notes WHERE removed_at < ?');
  return {
    find: (id: string) => find.get(id),
    /** Oldest first, without what was removed. */
    ofThread: (threadId: string) => ofThread.all(threadId),
    insert: (row: Pick<NoteRow, 'id' | 'threadId' | 'personId' | 'text' | 'at'>) =>
      void insert.run(row),
    setText: (id: string, text: string, at: number) => void setText.run(text, at, id),
    setRemoved: (id: string, at: number | null) => void setRemoved.run(at, id),
    /** What was removed before then is gone for good. */
    forgetRemoved: (beforeAt: number) => void forget.run(beforeAt),
    ...mentions(db),
  };
}

function mentions(db: Db) {
  const unseenOf = `FROM thread_mentions m JOIN thread_notes n ON n.id = m.note_id
     WHERE m.person_id = ? AND m.seen_at IS NULL AND n.removed_at IS NULL`;
  const named = db
    .prepare<[string], string>(
      'SELECT person_id FROM thread_mentions WHERE note_id = ? ORDER BY person_id',
    )
    .pluck();
  const name = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO thread_mentions (note_id, person_id) VALUES (?, ?)',
  );
  const unname = db.prepare<[string, string]>(
    'DELETE FROM thread_mentions WHERE note_id = ? AND person_id = ?',
  );
  const unseen = db.prepare<[string, number], NoteRow>(
    `SELECT ${columns} ${unseenOf} ORDER BY n.at DESC, n.id DESC LIMIT ?`,
  );
  const count = db.prepare<[string], number>(`SELECT count(*) ${unseenOf}`).pluck();
  const see = db.prepare<[number, string, string]>(
    `UPDATE thread_mentions SET seen_at = ? WHERE person_id = ? AND seen_at IS NULL
       AND note_id IN (SELECT id FROM thread_notes WHERE thread_id = ?)`,
  );
  return {
    /** Whom a note names. */
    namedIn: (noteId: string) => named.all(noteId),
    /** Who stays named has seen it or not, as before. */
    setNamed(noteId: string, personIds: readonly string[]): void {
      for (const id of named.all(noteId)) if (!personIds.includes(id)) unname.run(noteId, id);
      for (const id of personIds) name.run(noteId, id);
    },
    /** Notes that name somebody who has not seen them, newest first. */
    unseenOf: (personId: string, limit: number) => unseen.all(personId, limit),
    countUnseen: (personId: string) => count.get(personId) ?? 0,
    /** Answers how many had not been seen. */
    see: (personId: string, threadId: string, at: number): number =>
      see.run(at, personId, threadId).changes,
  };
}
