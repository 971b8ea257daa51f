import type { Db } from '../db/transact.ts';
import { picturePlace, type PicturePlace } from './picture-places.ts';

export type HostedRow = {
  id: string;
  targetId?: string | undefined;
  place: PicturePlace;
  removeUrl?: string | undefined;
  putAt: number;
  keepUntilAt: number;
  tries: number;
};

type StoredRow = {
  id: string;
  target_id: string | null;
  place: string;
  remove_url: string | null;
  put_at: number;
  keep_until: number;
  tries: number;
};

export type HostedPictureStore = ReturnType<typeof createHostedPictureStore>;

/** SQL of what lies in the shop's own storage. */
export function createHostedPictureStore(db: Db) {
  const insert = db.prepare(
    `INSERT INTO hosted_pictures (id, target_id, place, remove_url, put_at, keep_until, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const due = db.prepare<[number], StoredRow>(
    'SELECT * FROM hosted_pictures WHERE next_at <= ? ORDER BY next_at, id',
  );
  const all = db.prepare<[], StoredRow>('SELECT * FROM hosted_pictures ORDER BY put_at, id');
  const byId = db.prepare<[string], StoredRow>('SELECT * FROM hosted_pictures WHERE id = ?');
  const setRemoveUrl = db.prepare('UPDATE hosted_pictures SET remove_url = ? WHERE id = ?');
  const postpone = db.prepare(
    'UPDATE hosted_pictures SET tries = tries + 1, next_at = ? WHERE id = ?',
  );
  const forget = db.prepare('DELETE FROM hosted_pictures WHERE id = ?');
  const count = db.prepare<[], number>('SELECT count(*) FROM hosted_pictures').pluck();
  return {
    add: (row: Omit<HostedRow, 'tries'>) =>
      void insert.run(
        row.id,
        row.targetId ?? null,
        JSON.stringify(row.place),
        row.removeUrl ?? null,
        row.putAt,
        row.keepUntilAt,
        row.putAt,
      ),
    due: (now: number): HostedRow[] => due.all(now).map(readRow),
    find(id: string): HostedRow | undefined {
      const row = byId.get(id);
      return row && readRow(row);
    },
    all: (): HostedRow[] => all.all().map(readRow),
    count: (): number => count.get() ?? 0,
    setRemoveUrl: (id: string, url: string | undefined) => void setRemoveUrl.run(url ?? null, id),
    postpone: (id: string, at: number) => void postpone.run(at, id),
    forget: (id: string) => void forget.run(id),
  };
}

function readRow(row: StoredRow): HostedRow {
  return {
    id: row.id,
    targetId: row.target_id ?? undefined,
    place: picturePlace.parse(JSON.parse(row.place)),
    removeUrl: row.remove_url ?? undefined,
    putAt: row.put_at,
    keepUntilAt: row.keep_until,
    tries: row.tries,
  };
}
