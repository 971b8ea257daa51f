import type { FilmWish } from '../../shared/contract/films.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import { pageOfRows, pageParameters, type PageWish } from '../db/changed-pages.ts';
import type { Db } from '../db/transact.ts';

/** What a film was begun from, and what came of it. */
export type Begun = { wish: FilmWish; film: Film };
/** The latest order of a film's videos. */
export type Ordered = { jobId: string | undefined; formats: Format[] };
export type FilmRow = {
  id: string;
  name: string;
  version: number;
  film: Film;
  productIds: string[];
  updatedAt: number;
  begun?: Begun | undefined;
  batchId?: string | undefined;
  ordered?: Ordered | undefined;
};
export type FilmBatchRow = {
  batchId: string;
  styleId: string;
  total: number;
  made: number;
  createdAt: number;
};
export type MadeVideo = {
  assetId: string;
  filmId: string;
  format: Format;
  print: string;
  version: number;
};

type Row = {
  id: string;
  name: string;
  version: number;
  film: string;
  product_ids: string;
  updated_at: number;
  begun: string | null;
  batch_id: string | null;
  job_id: string | null;
  ordered: string | null;
};

const columns =
  'id, name, version, film, product_ids, updated_at, begun, batch_id, job_id, ordered';

export type FilmStore = ReturnType<typeof filmStore>;

/** The one writer of films and film_videos. */
export function filmStore(db: Db) {
  const find = db.prepare<[string], Row>(
    `SELECT ${columns} FROM films WHERE id = ? AND removed_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO films (id, name, film, product_ids, version, created_at, updated_at, begun, batch_id)
     VALUES (@id, @name, @film, @productIds, @version, @updatedAt, @updatedAt, @begun, @batchId)`,
  );
  const update = db.prepare(
    `UPDATE films SET name = @name, film = @film, version = @version, updated_at = @updatedAt,
       begun = @begun WHERE id = @id`,
  );
  const order = db.prepare('UPDATE films SET job_id = @jobId, ordered = @formats WHERE id = @id');
  const mark = db.prepare<[number | null, string]>('UPDATE films SET removed_at = ? WHERE id = ?');
  const write = ({ id, name, film, productIds, version, updatedAt, begun, batchId }: FilmRow) => ({
    ...{ id, name, version, updatedAt, batchId },
    film: JSON.stringify(film),
    productIds: JSON.stringify(productIds),
    begun: begun && JSON.stringify(begun),
  });
  return {
    find(id: string): FilmRow | undefined {
      const row = find.get(id);
      return row && toFilm(row);
    },
    insert: (row: FilmRow): void => void insert.run(write(row)),
    update(row: FilmRow): void {
      const { productIds: _products, batchId: _batch, ...rest } = write(row);
      update.run(rest);
    },
    order: (id: string, { jobId, formats }: Ordered): void =>
      void order.run({ id, jobId, formats: JSON.stringify(formats) }),
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => mark.run(at, id).changes === 1,
    restore: (id: string): boolean => mark.run(null, id).changes === 1,
    ...madeVideos(db),
    ...filmLists(db),
  };
}

type FileRow = { assetId: string; format: Format; version: number | null; print: string };

function madeVideos(db: Db) {
  const insertMade = db.prepare(
    `INSERT INTO film_videos (asset_id, film_id, format, print, made_at, film_version)
     VALUES (@assetId, @filmId, @format, @print, @madeAt, @version)
     ON CONFLICT (asset_id) DO UPDATE SET film_version = excluded.film_version,
       print = excluded.print, made_at = excluded.made_at WHERE film_id = excluded.film_id`,
  );
  const findMade = db
    .prepare<[string, Format, string], string>(
      `SELECT asset_id FROM film_videos WHERE film_id = ? AND format = ? AND print = ?
       ORDER BY made_at DESC LIMIT 1`,
    )
    .pluck();
  const filesOf = db.prepare<[string], FileRow>(
    `SELECT asset_id AS assetId, format, film_version AS version, print FROM film_videos
     WHERE film_id = ? ORDER BY made_at DESC, asset_id DESC`,
  );
  return {
    /** Newest first: older ones of the same format too. */
    filesOf: (filmId: string): FileRow[] => filesOf.all(filmId),
    insertMade: (made: MadeVideo, madeAt: number): void => void insertMade.run({ ...made, madeAt }),
    /** The video made of this very scene of it. */
    findMade: (filmId: string, format: Format, print: string): string | undefined =>
      findMade.get(filmId, format, print),
  };
}

export type FilmsWish = PageWish & { batchId?: string | undefined; jobId?: string | undefined };

/** Changed last first; the cursor is the last row's time and id. */
function filmLists(db: Db) {
  const where = `f.removed_at IS NULL AND (@text IS NULL OR f.name LIKE @text ESCAPE '\\')
    AND (@batchId IS NULL OR f.batch_id = @batchId) AND (@jobId IS NULL OR f.job_id = @jobId)`;
  const page = db.prepare<object, Row>(
    `SELECT ${columns} FROM films f WHERE ${where}
       AND (@beforeAt IS NULL OR (f.updated_at, f.id) < (@beforeAt, @beforeId))
     ORDER BY f.updated_at DESC, f.id DESC LIMIT @limit`,
  );
  const count = db.prepare<object, number>(`SELECT count(*) FROM films f WHERE ${where}`).pluck();
  const withFiles = db.prepare<[number], Row>(
    `SELECT ${columns} FROM films f WHERE f.removed_at IS NULL
       AND EXISTS (SELECT 1 FROM film_videos v WHERE v.film_id = f.id)
     ORDER BY f.updated_at DESC, f.id DESC LIMIT ?`,
  );
  const batches = db.prepare<[number], FilmBatchRow>(
    `SELECT f.batch_id AS batchId, min(f.film ->> 'styleId') AS styleId, count(*) AS total,
       sum(EXISTS (SELECT 1 FROM film_videos v WHERE v.film_id = f.id)) AS made,
       min(f.created_at) AS createdAt
     FROM films f WHERE f.batch_id IS NOT NULL AND f.removed_at IS NULL
     GROUP BY f.batch_id ORDER BY createdAt DESC, f.batch_id DESC LIMIT ?`,
  );
  return {
    list(wish: FilmsWish): { items: FilmRow[]; next?: string; total: number } {
      const its = { batchId: wish.batchId ?? null, jobId: wish.jobId ?? null };
      const parameters = { ...pageParameters(wish), ...its };
      const rows = page.all(parameters).map(toFilm);
      return {
        ...pageOfRows(rows, wish),
        total: count.get({ text: parameters.text, ...its }) ?? 0,
      };
    },
    /** Films of which a file is there, changed last first. */
    withFiles: (most: number): FilmRow[] => withFiles.all(most).map(toFilm),
    batches: (most: number): FilmBatchRow[] => batches.all(most),
  };
}

function toFilm(row: Row): FilmRow {
  const { id, name, version } = row;
  const formats = row.ordered === null ? undefined : (JSON.parse(row.ordered) as Format[]);
  return {
    ...{ id, name, version, updatedAt: row.updated_at },
    film: JSON.parse(row.film) as Film,
    productIds: JSON.parse(row.product_ids) as string[],
    begun: row.begun === null ? undefined : (JSON.parse(row.begun) as Begun),
    batchId: row.batch_id ?? undefined,
    ordered: formats && { jobId: row.job_id ?? undefined, formats },
  };
}
