import type { LoginWay } from '../../shared/contract/accounts.ts';
import type { Db } from '../db/transact.ts';
import type { EndNotice, SignInEnds } from './sign-in-ends.ts';

export type StoredSignIn = {
  userRemoteId: string;
  way: LoginWay;
  ends: SignInEnds;
  told?: EndNotice['stage'];
};

type Row = {
  user_remote_id: string;
  way: LoginWay;
  expires_at: number | null;
  access_ends_at: number | null;
  pages_end_at: number | null;
  told: EndNotice['stage'] | null;
};

const columns = 'user_remote_id, way, expires_at, access_ends_at, pages_end_at, told';

export type SignInStore = ReturnType<typeof signInStore>;

/** Who signed in, by what way, and until when. */
export function signInStore(db: Db) {
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM sign_ins ORDER BY user_remote_id`);
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM sign_ins WHERE user_remote_id = ?`);
  const upsert = db.prepare(`
    INSERT OR REPLACE INTO sign_ins
      (user_remote_id, way, expires_at, access_ends_at, pages_end_at, signed_in_at)
    VALUES (@userRemoteId, @way, @expiresAt, @accessEndsAt, @pagesEndAt, @now)`);
  const tell = db.prepare<[string, string]>(
    'UPDATE sign_ins SET told = ? WHERE user_remote_id = ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM sign_ins WHERE user_remote_id = ?');

  return {
    list: (): StoredSignIn[] => all.all().map(toSignIn),
    find(userRemoteId: string): StoredSignIn | undefined {
      const row = one.get(userRemoteId);
      return row && toSignIn(row);
    },
    /** Begins anew: what was told of the sign-in before does not count for this one. */
    save({ userRemoteId, way, ends }: Omit<StoredSignIn, 'told'>, now: number): void {
      upsert.run({
        userRemoteId,
        way,
        expiresAt: ends.expiresAt ?? null,
        accessEndsAt: ends.accessEndsAt ?? null,
        pagesEndAt: ends.pagesEndAt ?? null,
        now,
      });
    },
    setTold: (userRemoteId: string, told: EndNotice['stage']): void =>
      void tell.run(told, userRemoteId),
    remove: (userRemoteId: string): void => void remove.run(userRemoteId),
  };
}

function toSignIn(row: Row): StoredSignIn {
  return {
    userRemoteId: row.user_remote_id,
    way: row.way,
    ends: {
      ...(row.expires_at !== null && { expiresAt: row.expires_at }),
      ...(row.access_ends_at !== null && { accessEndsAt: row.access_ends_at }),
      ...(row.pages_end_at !== null && { pagesEndAt: row.pages_end_at }),
    },
    ...(row.told !== null && { told: row.told }),
  };
}
