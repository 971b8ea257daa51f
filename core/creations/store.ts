import type { CreationSource } from '../../shared/contract/creations.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { pageOfRows, pageParameters, type PageWish } from '../db/changed-pages.ts';
import type { Db } from '../db/transact.ts';

export type Scenes = Partial<Record<Format, Scene>>;

export type CreationRow = {
  id: string;
  name: string;
  version: number;
  scenes: Scenes;
  source: CreationSource;
  updatedAt: number;
};
export type CreationLine = Omit<CreationRow, 'scenes' | 'source'> & {
  formats: Format[];
  coverId: string | undefined;
};

export type MadePicture = { assetId: string; creationId: string; format: Format; print: string };

type Row = {
  id: string;
  name: string;
  version: number;
  scenes: string;
  source: string;
  updated_at: number;
};
type LineRow = Omit<Row, 'scenes' | 'source'> & { formats: string; cover_id: string | null };

export type CreationStore = ReturnType<typeof creationStore>;

/** The one writer of creations and creation_pictures. */
export function creationStore(db: Db) {
  const find = db.prepare<[string], Row>(
    `SELECT id, name, version, scenes, source, updated_at FROM creations
     WHERE id = ? AND removed_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO creations (id, name, scenes, source, version, created_at, updated_at)
     VALUES (@id, @name, @scenes, @source, @version, @updatedAt, @updatedAt)`,
  );
  const update = db.prepare(
    `UPDATE creations SET name = @name, scenes = @scenes, source = @source, version = @version,
       updated_at = @updatedAt WHERE id = @id`,
  );
  const mark = db.prepare<[number | null, string]>(
    'UPDATE creations SET removed_at = ? WHERE id = ?',
  );
  // Assets belong to the media library; read here: the scene that a picture was made of.
  const assetScene = db
    .prepare<[string], string | null>(
      `SELECT scene FROM assets WHERE id = ? AND kind = 'photo' AND origin = 'studio'`,
    )
    .pluck();

  const write = (row: CreationRow) => ({
    ...row,
    scenes: JSON.stringify(row.scenes),
    source: JSON.stringify(row.source),
  });

  return {
    find(id: string): CreationRow | undefined {
      const row = find.get(id);
      return row && toCreation(row);
    },
    insert: (row: CreationRow): void => void insert.run(write(row)),
    update: (row: CreationRow): void => void update.run(write(row)),
    /** Answers false for an id that nobody knows. */
    remove: (id: string, at: number): boolean => mark.run(at, id).changes === 1,
    restore: (id: string): boolean => mark.run(null, id).changes === 1,
    sceneOfAsset(assetId: string): unknown {
      const text = assetScene.get(assetId);
      return text ? (JSON.parse(text) as unknown) : undefined;
    },
    ...madePictures(db),
    ...creationLists(db),
  };
}

function madePictures(db: Db) {
  const insertMade = db.prepare(
    `INSERT INTO creation_pictures (asset_id, creation_id, format, print, made_at)
     VALUES (@assetId, @creationId, @format, @print, @madeAt)
     ON CONFLICT (asset_id) DO NOTHING`,
  );
  const findMade = db
    .prepare<[string, Format, string], string>(
      `SELECT asset_id FROM creation_pictures WHERE creation_id = ? AND format = ? AND print = ?
       ORDER BY made_at DESC LIMIT 1`,
    )
    .pluck();
  const creationOf = db
    .prepare<[string], string>(
      `SELECT p.creation_id FROM creation_pictures p JOIN creations c ON c.id = p.creation_id
       WHERE p.asset_id = ? AND c.removed_at IS NULL`,
    )
    .pluck();
  return {
    insertMade: (made: MadePicture, madeAt: number): void =>
      void insertMade.run({ ...made, madeAt }),
    /** The picture made of this very scene of it. */
    findMade: (creationId: string, format: Format, print: string): string | undefined =>
      findMade.get(creationId, format, print),
    creationOf: (assetId: string): string | undefined => creationOf.get(assetId),
  };
}

/** Changed last first; the cursor is the last row's time and id. */
function creationLists(db: Db) {
  const where = `c.removed_at IS NULL AND (@text IS NULL OR c.name LIKE @text ESCAPE '\\')`;
  const page = db.prepare<object, LineRow>(
    `SELECT c.id, c.name, c.version, c.updated_at,
       (SELECT json_group_array(key) FROM json_each(c.scenes)) AS formats,
       (SELECT p.asset_id FROM creation_pictures p WHERE p.creation_id = c.id
        ORDER BY p.made_at DESC, p.asset_id LIMIT 1) AS cover_id
     FROM creations c WHERE ${where}
       AND (@beforeAt IS NULL OR (c.updated_at, c.id) < (@beforeAt, @beforeId))
     ORDER BY c.updated_at DESC, c.id DESC LIMIT @limit`,
  );
  const count = db
    .prepare<object, number>(`SELECT count(*) FROM creations c WHERE ${where}`)
    .pluck();
  return {
    list(wish: PageWish): { items: CreationLine[]; next?: string; total: number } {
      const parameters = pageParameters(wish);
      const lines = page.all(parameters).map(toLine);
      return { ...pageOfRows(lines, wish), total: count.get({ text: parameters.text }) ?? 0 };
    },
  };
}

function toCreation(row: Row): CreationRow {
  const { updated_at: updatedAt, scenes, source, ...rest } = row;
  return {
    ...rest,
    updatedAt,
    scenes: JSON.parse(scenes) as Scenes,
    source: JSON.parse(source) as CreationSource,
  };
}

function toLine({ updated_at: updatedAt, cover_id: coverId, formats, ...row }: LineRow) {
  return {
    ...row,
    updatedAt,
    formats: JSON.parse(formats) as Format[],
    coverId: coverId ?? undefined,
  };
}
