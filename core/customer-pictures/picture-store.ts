import type { RemoteAttachment } from 'graph-api-client';
import type { Network } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';

export type PictureRow = {
  key: bigint;
  place: number;
  kind: RemoteAttachment['kind'];
  url: string | null;
  widthPx: number | null;
  heightPx: number | null;
  state: 'new' | 'here' | 'no';
  code: string | null;
  hash: string | null;
  moves: boolean;
  seenAt: number | null;
};

/** Where a picture came from, as the inbox has it. */
export type PictureOrigin = {
  accountId: string;
  network: Network;
  threadKind: 'comment' | 'mention' | 'message';
  /** The comment, message or post it came with, as the network spells it. */
  remoteId: string;
  fromName: string;
};

export type KeptStill = {
  hash: string;
  widthPx: number;
  heightPx: number;
  sizeBytes: number;
  moves: boolean;
};

type Raw = { [K in keyof PictureRow]: PictureRow[K] extends boolean ? number : PictureRow[K] } & {
  key: string;
};

const columns = `CAST(comment_key AS TEXT) AS key, place, kind, url, width_px AS widthPx,
  height_px AS heightPx, state, code, hash, moves, seen_at AS seenAt`;
const here = 'WHERE comment_key = @key AND place = @place';

const toRow = (raw: Raw): PictureRow => ({
  ...raw,
  key: BigInt(raw.key),
  moves: Boolean(raw.moves),
});

export type PictureStore = ReturnType<typeof pictureStore>;
type Named = Pick<PictureRow, 'key' | 'place'>;

function prepareWrites(db: Db) {
  const note = db.prepare(
    `INSERT INTO comment_pictures (comment_key, place, kind, url, width_px, height_px)
     VALUES (@key, @place, @kind, @url, @widthPx, @heightPx)
     ON CONFLICT (comment_key, place) DO UPDATE SET url = excluded.url`,
  );
  const drop = db.prepare<[bigint, number]>(
    'DELETE FROM comment_pictures WHERE comment_key = ? AND place >= ?',
  );
  const settle = db.prepare(
    `UPDATE comment_pictures SET state = 'here', code = NULL, hash = @hash, width_px = @widthPx,
       height_px = @heightPx, size_bytes = @sizeBytes, moves = @moves, seen_at = @now ${here}`,
  );
  const refuse = db.prepare(
    `UPDATE comment_pictures SET state = 'no', code = @code, hash = NULL, size_bytes = NULL ${here}`,
  );
  const touch = db.prepare<[number, string]>(
    'UPDATE comment_pictures SET seen_at = ? WHERE hash = ?',
  );
  const lose = db.prepare<[string]>(
    `UPDATE comment_pictures SET state = 'new', hash = NULL, size_bytes = NULL WHERE hash = ?`,
  );
  const dropOne = db.prepare(`DELETE FROM comment_pictures ${here}`);
  return { note, drop, dropOne, settle, refuse, touch, lose };
}

type Told = Pick<PictureRow, 'kind' | 'url'>;

/** Servers and signatures of an address change from read to read; the name of its file does not. */
function isOther(known: Told | undefined, told: Told): boolean {
  if (!known) return false;
  const [before, now] = [known.url, told.url].map((url) =>
    url === null ? undefined : URL.parse(url)?.pathname.split('/').at(-1),
  );
  return known.kind !== told.kind || (before !== undefined && now !== undefined && before !== now);
}

/** The one writer of comment_pictures. Comments and threads are the inbox's; read here. */
export function pictureStore(db: Db) {
  const { note, drop, dropOne, settle, refuse, touch, lose } = prepareWrites(db);
  const one = db.prepare<Named, Raw>(`SELECT ${columns} FROM comment_pictures ${here}`);
  const ofComments = db.prepare<[string], Raw>(
    `SELECT ${columns} FROM comment_pictures
     WHERE comment_key IN (SELECT value FROM json_each(?)) ORDER BY comment_key, place`,
  );
  const origin = db.prepare<[bigint], PictureOrigin>(
    `SELECT c.account_id AS accountId, t.network, t.kind AS threadKind,
       CASE t.kind WHEN 'message' THEN c.remote_id ELSE c.full_remote_id END AS remoteId,
       c.from_name AS fromName
     FROM comments c JOIN threads t ON t.id = c.thread_id WHERE c.key = ?`,
  );
  const isNamed = db
    .prepare<[string], number>('SELECT 1 FROM comment_pictures WHERE hash = ? LIMIT 1')
    .pluck();
  const named = db
    .prepare<[], string>('SELECT DISTINCT hash FROM comment_pictures WHERE hash IS NOT NULL')
    .pluck();
  // Two customers may have sent the same picture: its bytes count once.
  const stills = db.prepare<[], { hash: string; sizeBytes: number }>(
    `SELECT hash, max(size_bytes) AS sizeBytes FROM comment_pictures WHERE hash IS NOT NULL
     GROUP BY hash ORDER BY max(seen_at), hash`,
  );

  return {
    /** All that came with a comment, in its order: a place that is known gets its newest address, one that now
     *  has another file begins anew, and what is told no more goes. */
    note(key: bigint, attachments: readonly RemoteAttachment[]): void {
      attachments.forEach(({ kind, url = null, widthPx = null, heightPx = null }, place) => {
        if (isOther(one.get({ key, place }), { kind, url })) dropOne.run({ key, place });
        note.run({ key, place, kind, url, widthPx, heightPx });
      });
      drop.run(key, attachments.length);
    },
    find(key: bigint, place: number): PictureRow | undefined {
      const raw = one.get({ key, place });
      return raw && toRow(raw);
    },
    ofComments: (keys: readonly bigint[]): Map<bigint, PictureRow[]> =>
      Map.groupBy(ofComments.all(`[${keys.join(',')}]`).map(toRow), ({ key }) => key),
    origin: (key: bigint) => origin.get(key),
    /** False when the comment has gone meanwhile. */
    settle: ({ key, place }: Named, { moves, ...still }: KeptStill, now: number): boolean =>
      settle.run({ key, place, now, ...still, moves: Number(moves) }).changes > 0,
    refuse: ({ key, place }: Named, code: string): void => void refuse.run({ key, place, code }),
    touch: (hash: string, at: number): void => void touch.run(at, hash),
    /** Its file is no longer there: it can be fetched again. */
    lose: (hash: string): void => void lose.run(hash),
    isNamed: (hash: string): boolean => isNamed.get(hash) === 1,
    named: (): Set<string> => new Set(named.all()),
    /** Every still with its size, the one that was not looked at for longest first. */
    stills: () => stills.all(),
  };
}
