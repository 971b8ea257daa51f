import type { Db } from '../db/transact.ts';

export type Block = {
  accountId: string;
  personId: string;
  name: string;
  reason: string;
  /** UTC ms; of one made elsewhere, when it was noticed. */
  at: number;
  /** In the network's own app. */
  elsewhere: boolean;
};

export type MarkStore = ReturnType<typeof markStore>;

/** What the shop likes and whom it blocked: as wished here, which the outbox brings to the network, or as the
 *  network told. */
export function markStore(db: Db) {
  const like = db.prepare<[bigint]>('INSERT OR IGNORE INTO comment_likes (comment_key) VALUES (?)');
  const unlike = db.prepare<[bigint]>('DELETE FROM comment_likes WHERE comment_key = ?');
  const liked = db
    .prepare<[string], bigint>(
      `SELECT l.comment_key FROM json_each(?) j CROSS JOIN comment_likes l ON l.comment_key = j.value`,
    )
    .pluck()
    .safeIntegers(true);
  const isLiked = db
    .prepare<[bigint], number>('SELECT 1 FROM comment_likes WHERE comment_key = ?')
    .pluck();
  const block = db.prepare(
    `INSERT INTO blocked_people (account_id, person_id, name, reason, at, elsewhere)
     VALUES (@accountId, @personId, @name, @reason, @at, @elsewhere)
     ON CONFLICT (account_id, person_id) DO UPDATE SET reason = excluded.reason, at = excluded.at,
       elsewhere = excluded.elsewhere`,
  );
  const unblock = db.prepare<[string, string]>(
    'DELETE FROM blocked_people WHERE account_id = ? AND person_id = ?',
  );
  const blockedOf = db
    .prepare<[string], string>('SELECT person_id FROM blocked_people WHERE account_id = ?')
    .pluck();
  const blockOf = db.prepare<[string, string], Omit<Block, 'elsewhere'> & { elsewhere: number }>(
    `SELECT account_id AS accountId, person_id AS personId, name, reason, at, elsewhere
     FROM blocked_people WHERE account_id = ? AND person_id = ?`,
  );
  return {
    setLiked: (key: bigint, isLiked: boolean) => void (isLiked ? like : unlike).run(key),
    isLiked: (key: bigint): boolean => isLiked.get(key) !== undefined,
    /** Which of these comments the account likes. */
    likedOf: (keys: readonly bigint[]) => new Set(liked.all(`[${keys.join(',')}]`)),
    block: (person: Block) => void block.run({ ...person, elsewhere: Number(person.elsewhere) }),
    unblock: (accountId: string, personId: string) => void unblock.run(accountId, personId),
    /** Undefined for whoever is not blocked. */
    blockOf(accountId: string, personId: string): Block | undefined {
      const found = blockOf.get(accountId, personId);
      return found && { ...found, elsewhere: found.elsewhere === 1 };
    },
    /** Ids of all whom an account has blocked. */
    blockedOf: (accountId: string): string[] => blockedOf.all(accountId),
  };
}
