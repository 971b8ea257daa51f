import type { Format } from '../../shared/contract/shapes.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import { pageOfRows, pageParameters, type PageWish } from '../db/changed-pages.ts';
import type { Db } from '../db/transact.ts';

export type FilmRow = {
  id: string;
  name: string;
  version: number;
  film: Film;
  productIds: string[];
  updatedAt: number;
};
export type FilmLine = Omit<FilmRow, 'film' | 'productIds'> & {
  styleId: string;
  durationMs: number;
  coverId: string | undefined;
};
export type MadeVideo = { assetId: string; filmId: string; format: Format; print: string };

type Row = {
  id: string;
  name: string;
  version: number;
  film: string;
  product_ids: string;
  updated_at: number;
};
type LineRow = Omit<Row, 'film' | 'product_ids'> & {
  style_id: string;
  duration_ms: number;
  cover_id: string | null;
};

export type FilmStore = ReturnType<typeof filmStore>;

/** The one writer of films and film_videos. */
export function filmStore(db: Db) {
  const find = db.prepare<[string], Row>(
    `SELECT id, name, version, film, product_ids, updated_at FROM films
     WHERE id = ? AND removed_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO films (id, name, film, product_ids, version, created_at, updated_at)
     VALUES (@id, @name, @film, @productIds, @version, @updatedAt, @updatedAt)`,
  );
  const update = db.prepare(
    `UPDATE films SET name = @name, film = @film, version = @version, updated_at = @updatedAt
     WHERE id = @id`,
  );
  const mark = db.prepare<[number | null, string]>('UPDATE films SET removed_at = ? WHERE id = ?');
  const write = (row: FilmRow) => ({
    ...row,
    film: JSON.stringify(row.film),
    productIds: JSON.stringify(row.productIds),
  });
  return {
    find(id: string): FilmRow | undefined {
      const row = find.get(id);
      return row && toFilm(row);
    },
    insert: (row: FilmRow): void => void insert.run(write(row)),
    update(row: FilmRow): void {
      const { productIds: _fixed, ...rest } = write(row);
      update.run(rest);
    },
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => mark.run(at, id).changes === 1,
    restore: (id: string): boolean => mark.run(null, id).changes === 1,
    ...madeVideos(db),
    ...filmLists(db),
  };
}

function madeVideos(db: Db) {
  const insertMade = db.prepare(
    `INSERT INTO film_videos (asset_id, film_id, format, print, made_at)
     VALUES (@assetId, @filmId, @format, @print, @madeAt) ON CONFLICT (asset_id) DO NOTHING`,
  );
  const findMade = db
    .prepare<[string, Format, string], string>(
      `SELECT asset_id FROM film_videos WHERE film_id = ? AND format = ? AND print = ?
       ORDER BY made_at DESC LIMIT 1`,
    )
    .pluck();
  return {
    insertMade: (made: MadeVideo, madeAt: number): void => void insertMade.run({ ...made, madeAt }),
    /** The video made of this very scene of it. */
    findMade: (filmId: string, format: Format, print: string): string | undefined =>
      findMade.get(filmId, format, print),
  };
}

/** Changed last first; the cursor is the last row's time and id. */
function filmLists(db: Db) {
  const where = `f.removed_at IS NULL AND (@text IS NULL OR f.name LIKE @text ESCAPE '\\')`;
  const page = db.prepare<object, LineRow>(
    `SELECT f.id, f.name, f.version, f.updated_at, f.film ->> 'styleId' AS style_id,
       (SELECT CAST(sum(value ->> 'durationMs') AS INTEGER) FROM json_each(f.film, '$.parts'))
         AS duration_ms,
       (SELECT v.asset_id FROM film_videos v WHERE v.film_id = f.id
        ORDER BY v.made_at DESC, v.asset_id LIMIT 1) AS cover_id
     FROM films f WHERE ${where}
       AND (@beforeAt IS NULL OR (f.updated_at, f.id) < (@beforeAt, @beforeId))
     ORDER BY f.updated_at DESC, f.id DESC LIMIT @limit`,
  );
  const count = db.prepare<object, number>(`SELECT count(*) FROM films f WHERE ${where}`).pluck();
  return {
    list(wish: PageWish): { items: FilmLine[]; next?: string; total: number } {
      const parameters = pageParameters(wish);
      const lines = page.all(parameters).map(toLine);
      return { ...pageOfRows(lines, wish), total: count.get({ text: parameters.text }) ?? 0 };
    },
  };
}

function toFilm({ updated_at: updatedAt, film, product_ids: productIds, ...rest }: Row): FilmRow {
  return {
    ...rest,
    updatedAt,
    film: JSON.parse(film) as Film,
    productIds: JSON.parse(productIds) as string[],
  };
}

function toLine({
  updated_at: updatedAt,
  style_id: styleId,
  duration_ms: durationMs,
  cover_id: coverId,
  ...row
}: LineRow): FilmLine {
  return { ...row, updatedAt, styleId, durationMs, coverId: coverId ?? undefined };
}
