import type { SnippetKind } from '../../shared/contract/snippets.ts';
import type { Db } from '../db/transact.ts';

export type SnippetRow = {
  id: string;
  kind: SnippetKind;
  name: string;
  text: string;
  updatedAt: number;
};

export type SnippetStore = ReturnType<typeof snippetStore>;

const columns = 'id, kind, name, text, updated_at AS updatedAt';
/** Suggestions come from what was written lately; older words are found by typing them. */
const postsRead = 500;
const commentsRead = 3000;

/** The one writer of snippets. */
export function snippetStore(db: Db) {
  const put = db.prepare<[SnippetRow]>(
    `INSERT INTO snippets (id, kind, name, text, updated_at)
     VALUES (@id, @kind, @name, @text, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
       text = excluded.text, updated_at = excluded.updated_at`,
  );
  const find = db.prepare<[string], SnippetRow>(
    `SELECT ${columns} FROM snippets WHERE id = ? AND removed_at IS NULL`,
  );
  const list = db.prepare<{ kind: string | null }, SnippetRow>(
    `SELECT ${columns} FROM snippets WHERE removed_at IS NULL AND (@kind IS NULL OR kind = @kind)
     ORDER BY name COLLATE NOCASE, id`,
  );
  const mark = db.prepare<[number | null, string]>(
    'UPDATE snippets SET removed_at = ? WHERE id = ?',
  );
  // Posts and comments belong to others, read here: the words of the newest ones, without a query
  // for each.
  const words = db.prepare<[number], { content: string }>(
    'SELECT content FROM posts WHERE removed_at IS NULL ORDER BY id DESC LIMIT ?',
  );
  const people = db.prepare<[number], { name: string; uses: number }>(
    `SELECT from_name AS name, count(*) AS uses FROM (
       SELECT c.from_name, c.mine, c.deleted, t.network FROM comments c
       JOIN threads t ON t.id = c.thread_id ORDER BY c.key DESC LIMIT ?)
     WHERE mine = 0 AND deleted = 0 AND network = 'instagram' GROUP BY from_name`,
  );
  return {
    put: (row: SnippetRow): void => void put.run(row),
    find: (id: string) => find.get(id),
    list: (kind?: SnippetKind) => list.all({ kind: kind ?? null }),
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => mark.run(at, id).changes === 1,
    restore: (id: string): boolean => mark.run(null, id).changes === 1,
    recentContents: (): unknown[] =>
      words.all(postsRead).map(({ content }) => JSON.parse(content) as unknown),
    /** User names of customers who wrote on Instagram lately, with how often. */
    customers: () => people.all(commentsRead),
  };
}
