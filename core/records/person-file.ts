import type { Customer } from '../../shared/contract/records.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import { csvLines } from '../tables/write-table.ts';
import {
  commentCells,
  commentHead,
  separatorOf,
  type CommentLine,
  type Piece,
} from './comment-lines.ts';
import type { PersonComment } from './find-person.ts';
import type { RecordsUses } from './records-uses.ts';
import { rowReader } from './walk-rows.ts';

/** In a conversation others may have spoken: of it only what is noted about it is told. */
const apart = new Set([
  ...['comments', 'threads', 'forgotten', 'forget_receipts', 'settings', 'accounts'],
]);

type Line = Omit<CommentLine['comment'], 'mine' | 'hidden' | 'deleted'> &
  Record<'mine' | 'hidden' | 'deleted', bigint> & {
    intent: string | null;
    language: string | null;
    postRemoteId: string;
  };

/** What somebody wrote and what was answered, as lines; comments belong to the inbox and are read here. */
function readLines(db: Db, keys: string, ids: string): CommentLine[] {
  const rows = db
    .prepare<{ keys: string; ids: string }, Line>(
      `SELECT c.key, c.account_id AS accountId, c.full_remote_id AS fullRemoteId, c.thread_id AS threadId,
         c.parent_remote_id AS parentRemoteId, c.from_id AS fromId, c.from_name AS fromName, c.text,
         c.created_at AS createdAt, c.mine, c.hidden, c.deleted, c.attachment_url AS attachmentUrl,
         t.intent, t.language, t.post_remote_id AS postRemoteId
       FROM comments c JOIN threads t ON t.id = c.thread_id
       WHERE c.key IN (SELECT value FROM json_each(@keys)) OR c.outbox_id IN
         (SELECT id FROM outbox WHERE comment_key IN (SELECT value FROM json_each(@keys)))
         OR (c.mine = 1 AND t.person_id IN (SELECT value FROM json_each(@ids)))
       ORDER BY c.key DESC`,
    )
    .safeIntegers(true)
    .all({ keys, ids });
  return rows.map(({ intent, language, postRemoteId, ...row }) => ({
    ...{ intent, language, postRemoteId },
    comment: {
      ...row,
      createdAt: Number(row.createdAt),
      mine: Boolean(row.mine),
      hidden: Boolean(row.hidden),
      deleted: Boolean(row.deleted),
    },
  }));
}

/** Everything that is held of a person: as lines of a table what was said, or as JSON every row as well. */
export async function* personPieces(
  uses: RecordsUses,
  who: readonly Customer[],
  findComments: () => Promise<PersonComment[]>,
  { kind, language }: { kind: 'json' | 'csv'; language: Language },
): AsyncGenerator<Piece> {
  const { db } = uses.tools;
  const keys = `[${(await findComments()).map(({ key }) => key).join(',')}]`;
  const ids = who.flatMap(({ id }) => id ?? []);
  const lines = readLines(db, keys, JSON.stringify(ids));
  const cells = commentCells(uses, language);
  if (kind === 'csv') {
    const text = csvLines(lines.map(cells), separatorOf(language));
    yield { text: commentHead(uses, language) + text, lines: lines.length, progressFrac: 1 };
    return;
  }
  const read = new Map<string, Map<string, unknown>>();
  const rows = rowReader(db, read);
  rows.whole({ table: 'comments', column: 'key' }, keys);
  rows.below({ table: 'threads', column: 'person_id' }, JSON.stringify(ids), ['comments']);
  rows.carriers(ids, apart);
  const held = Object.fromEntries([...read].map(([table, found]) => [table, [...found.values()]]));
  const told = {
    people: who,
    madeAt: new Date(uses.tools.clock.now()).toISOString(),
    by: uses.shopName(),
    said: lines.map((line) => ({ ...line.comment, key: String(line.comment.key) })),
    held,
  };
  yield { text: `${JSON.stringify(told, null, 2)}\n`, lines: lines.length, progressFrac: 1 };
}
