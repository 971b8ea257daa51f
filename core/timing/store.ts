import type { PostResult } from '../../shared/rules/suggest-times.ts';
import type { Db } from '../db/transact.ts';

export type ReadResult = { remoteId: string; publishedAt: number; answers: number };
export type MovedPlan = { postId: string; from: number; to: number };

export type TimingStore = ReturnType<typeof timingStore>;

export function timingStore(db: Db) {
  const put = db.prepare(
    `INSERT INTO post_results (account_id, remote_id, published_at, answers, read_at)
     VALUES (@accountId, @remoteId, @publishedAt, @answers, @readAt)
     ON CONFLICT (account_id, remote_id) DO UPDATE SET answers = excluded.answers,
       read_at = excluded.read_at`,
  );
  const results = db.prepare<[string, number, number], PostResult>(
    `SELECT published_at AS publishedAt, answers AS score FROM post_results
     WHERE account_id = ? AND published_at >= ? AND published_at < ?`,
  );
  const nextRead = db
    .prepare<[string], number>('SELECT next_at FROM results_read WHERE account_id = ?')
    .pluck();
  const setNextRead = db.prepare<[string, number]>(
    `INSERT INTO results_read (account_id, next_at) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET next_at = excluded.next_at`,
  );
  // A second change of rules before a person looked: from where it was to where it is.
  const putMoved = db.prepare<[string, number, number, number]>(
    `INSERT INTO moved_plans (post_id, from_at, to_at, noticed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (post_id) DO UPDATE SET to_at = excluded.to_at,
       noticed_at = excluded.noticed_at`,
  );
  const moved = db.prepare<[], MovedPlan & { noticedAt: number }>(
    `SELECT post_id AS postId, from_at AS "from", to_at AS "to", noticed_at AS noticedAt
     FROM moved_plans ORDER BY to_at`,
  );
  const clearMoved = db.prepare('DELETE FROM moved_plans');
  // Series and pools are the repeats feature's, read here: their posts keep their hour.
  const isFixed = db
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM repeat_occurrences WHERE post_id = ?)
         OR EXISTS (SELECT 1 FROM evergreen_uses WHERE post_id = ?)`,
    )
    .pluck();

  return {
    put: (accountId: string, result: ReadResult, readAt: number) =>
      put.run({ accountId, ...result, readAt }),
    /** Of posts published from `from` to `to`: older ones have had their answers. */
    results: (accountId: string, from: number, to: number) => results.all(accountId, from, to),
    nextRead: (accountId: string) => nextRead.get(accountId),
    setNextRead: (accountId: string, at: number) => setNextRead.run(accountId, at),
    putMoved: ({ postId, from, to }: MovedPlan, noticedAt: number) =>
      putMoved.run(postId, from, to, noticedAt),
    moved: () => moved.all(),
    clearMoved: () => clearMoved.run(),
    isFixed: (postId: string) => isFixed.get(postId, postId) === 1,
  };
}
