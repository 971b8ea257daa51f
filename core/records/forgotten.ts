import { createHmac, randomBytes } from 'node:crypto';
import type { Network } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import type { Settings } from '../db/settings.ts';

const saltKey = 'records.salt';

export type Forgotten = ReturnType<typeof forgottenList>;

/** Who and what was forgotten, as hashes alone, so that reading a network again does not bring it back. The
 *  one writer of its table. */
export function forgottenList(db: Db, settings: Settings) {
  const add = db.prepare<[string, number]>(
    `INSERT INTO forgotten (hash, until_at) VALUES (?, ?)
     ON CONFLICT (hash) DO UPDATE SET until_at = max(until_at, excluded.until_at)`,
  );
  const find = db
    .prepare<[string, number], number>('SELECT 1 FROM forgotten WHERE hash = ? AND until_at >= ?')
    .pluck();
  const any = db.prepare<[], number>('SELECT 1 FROM forgotten LIMIT 1').pluck();

  function hash(kind: 'author' | 'comment', ...parts: string[]): string {
    let salt = settings.get<string>(saltKey);
    if (salt === undefined) {
      salt = randomBytes(32).toString('hex');
      settings.set(saltKey, salt);
    }
    return createHmac('sha256', salt)
      .update(JSON.stringify([kind, ...parts]))
      .digest('base64url');
  }

  return {
    /** Words of this person up to then do not come back; what they write later does. */
    addAuthor: (network: Network, id: string, untilAt: number): void =>
      void add.run(hash('author', network, id), untilAt),
    addComment: (accountId: string, remoteId: string): void =>
      void add.run(hash('comment', accountId, remoteId), 0),
    holds(one: {
      network: Network;
      accountId: string;
      authorId: string | null;
      remoteId: string;
      createdAt: number;
    }): boolean {
      // Most libraries never forgot anybody.
      if (any.get() === undefined) return false;
      if (find.get(hash('comment', one.accountId, one.remoteId), 0) !== undefined) return true;
      const { authorId, network, createdAt } = one;
      return (
        authorId !== null && find.get(hash('author', network, authorId), createdAt) !== undefined
      );
    },
  };
}
