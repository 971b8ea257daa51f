import type { ReplyIntent, ReplyLanguage } from '../../shared/contract/saved-replies.ts';
import type { Db } from '../db/transact.ts';

export type ReplyTexts = Partial<Record<ReplyLanguage, string>>;

export type SavedReplyRow = {
  id: string;
  name: string;
  shortcut: string | null;
  intent: ReplyIntent | null;
  texts: ReplyTexts;
  updatedAt: number;
};

type Raw = Omit<SavedReplyRow, 'texts'> & { texts: string };

const columns = 'id, name, shortcut, intent, texts, updated_at AS updatedAt';
const readRow = (raw: Raw): SavedReplyRow => ({
  ...raw,
  texts: JSON.parse(raw.texts) as ReplyTexts,
});

export type SavedReplyStore = ReturnType<typeof savedReplyStore>;

/** The one writer of saved replies. */
export function savedReplyStore(db: Db) {
  const put = db.prepare<[Raw]>(
    `INSERT INTO saved_replies (id, name, shortcut, intent, texts, updated_at)
     VALUES (@id, @name, @shortcut, @intent, @texts, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, shortcut = excluded.shortcut,
       intent = excluded.intent, texts = excluded.texts, updated_at = excluded.updated_at`,
  );
  const find = db.prepare<[string], Raw>(
    `SELECT ${columns} FROM saved_replies WHERE id = ? AND removed_at IS NULL`,
  );
  const findAny = db.prepare<[string], Raw>(`SELECT ${columns} FROM saved_replies WHERE id = ?`);
  const ofShortcut = db
    .prepare<[string], string>(
      'SELECT id FROM saved_replies WHERE shortcut = ? AND removed_at IS NULL',
    )
    .pluck();
  const list = db.prepare<[], Raw>(
    `SELECT ${columns} FROM saved_replies WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, id`,
  );
  const remove = db.prepare<[number, string]>(
    'UPDATE saved_replies SET removed_at = ? WHERE id = ?',
  );
  const restore = db.prepare<[string | null, string]>(
    'UPDATE saved_replies SET removed_at = NULL, shortcut = ? WHERE id = ?',
  );
  const one = (raw: Raw | undefined) => raw && readRow(raw);
  return {
    put: (row: SavedReplyRow) => void put.run({ ...row, texts: JSON.stringify(row.texts) }),
    find: (id: string) => one(find.get(id)),
    /** Removed ones too. */
    findAny: (id: string) => one(findAny.get(id)),
    /** Which reply has a shortcut. */
    idOfShortcut: (shortcut: string) => ofShortcut.get(shortcut),
    list: () => list.all().map(readRow),
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => remove.run(at, id).changes === 1,
    restore: (id: string, shortcut: string | null) => void restore.run(shortcut, id),
  };
}
