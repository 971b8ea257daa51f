import { z } from 'zod';
import { batchSpec, type BatchSpec, type PictureRef } from '../../shared/contract/batches.ts';
import { problemStatus, type ProblemCode } from '../../shared/contract/problems.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Db } from '../db/transact.ts';

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];
const storedProblem = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.unknown()),
});
export type StoredProblem = z.infer<typeof storedProblem>;
const storedNotes = z.array(
  z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
);
/** Something to know about a picture; its sentence stands in `batch:notes`. */
export type PictureNote = z.infer<typeof storedNotes>[number];

export type BatchRow = {
  id: string;
  name: string;
  spec: BatchSpec;
  jobId: string | undefined;
  isPaused: boolean;
  createdAt: number;
  updatedAt: number;
};
export type PictureRow = PictureRef & {
  assetId: string | undefined;
  print: string | undefined;
  notes: PictureNote[];
  problem: StoredProblem | undefined;
  isExcluded: boolean;
  photoAssetId: string | undefined;
  creationId: string | undefined;
  follows: boolean;
};

type RawBatch = {
  id: string;
  name: string;
  spec: string;
  job_id: string | null;
  paused: number;
  created_at: number;
  updated_at: number;
};
type RawPicture = {
  product_id: string;
  template_id: string;
  format: Format;
  asset_id: string | null;
  print: string | null;
  notes: string;
  problem: string | null;
  excluded: number;
  photo_asset_id: string | null;
  creation_id: string | null;
  follows: number;
};

const columns = 'id, name, spec, job_id, paused, created_at, updated_at';
const pictureColumns = `product_id, template_id, format, asset_id, print, notes, problem, excluded,
  photo_asset_id, creation_id, follows`;

export type BatchStore = ReturnType<typeof batchStore>;

/** The one writer of batches and batch_pictures. */
export function batchStore(db: Db) {
  const find = db.prepare<[string], RawBatch>(`SELECT ${columns} FROM batches WHERE id = ?`);
  const list = db.prepare<[number], RawBatch>(
    `SELECT ${columns} FROM batches WHERE removed_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT ?`,
  );
  const insert = db.prepare(
    `INSERT INTO batches (id, name, spec, created_at, updated_at) VALUES (@id, @name, @spec, @at, @at)`,
  );
  const setSpec = db.prepare<[string, number, string]>(
    'UPDATE batches SET spec = ?, updated_at = ? WHERE id = ?',
  );
  const setName = db.prepare<[string, number, string]>(
    'UPDATE batches SET name = ?, updated_at = ? WHERE id = ?',
  );
  const setRemoved = db.prepare<[number | null, string]>(
    'UPDATE batches SET removed_at = ? WHERE id = ?',
  );
  const setJob = db.prepare<[string, number, string]>(
    'UPDATE batches SET job_id = ?, paused = 0, updated_at = ? WHERE id = ?',
  );
  const setPaused = db.prepare<[number, string]>('UPDATE batches SET paused = ? WHERE id = ?');
  return {
    find(id: string): BatchRow | undefined {
      const row = find.get(id);
      return row && readBatch(row);
    },
    list: (limit: number) => list.all(limit).map(readBatch),
    insert: (id: string, name: string, spec: BatchSpec, at: number): void =>
      void insert.run({ id, name, spec: JSON.stringify(spec), at }),
    setSpec: (id: string, spec: BatchSpec, at: number): void =>
      void setSpec.run(JSON.stringify(spec), at, id),
    setName: (id: string, name: string, at: number): void => void setName.run(name, at, id),
    setRemoved: (id: string, at: number | null): boolean => setRemoved.run(at, id).changes === 1,
    /** A new run ends the pause. */
    setJob: (id: string, jobId: string, at: number): void => void setJob.run(jobId, at, id),
    setPaused: (id: string, isPaused: boolean): void => void setPaused.run(Number(isPaused), id),
    ...pictureStore(db),
  };
}

function pictureStore(db: Db) {
  const ofBatch = db.prepare<[string], RawPicture>(
    `SELECT ${pictureColumns} FROM batch_pictures WHERE batch_id = ?`,
  );
  const ofProduct = db.prepare<[string, string], RawPicture>(
    `SELECT ${pictureColumns} FROM batch_pictures WHERE batch_id = ? AND product_id = ?`,
  );
  const where =
    'WHERE batch_id = @batchId AND product_id = @productId AND template_id = @templateId AND format = @format';
  const baseScene = db.prepare<object, string | null>(
    `SELECT base_scene FROM batch_pictures ${where}`,
  );
  const ensure = db.prepare(
    `INSERT INTO batch_pictures (batch_id, product_id, template_id, format)
     VALUES (@batchId, @productId, @templateId, @format) ON CONFLICT DO NOTHING`,
  );
  const setMade = db.prepare(
    `UPDATE batch_pictures SET asset_id = @assetId, print = @print, notes = @notes, problem = NULL ${where}`,
  );
  const setProblem = db.prepare(`UPDATE batch_pictures SET problem = @problem ${where}`);
  const setExcluded = db.prepare(`UPDATE batch_pictures SET excluded = @value ${where}`);
  const setPhoto = db.prepare(`UPDATE batch_pictures SET photo_asset_id = @value ${where}`);
  const setHand = db.prepare(
    `UPDATE batch_pictures SET creation_id = @creationId, base_scene = @base, follows = 0 ${where}`,
  );
  const setFollows = db.prepare(`UPDATE batch_pictures SET follows = @value ${where}`);
  const at = (batchId: string, { productId, templateId, format }: PictureRef) => ({
    ...{ batchId, productId, templateId, format },
  });
  const change = (batchId: string, ref: PictureRef, work: (key: object) => void): void => {
    const key = at(batchId, ref);
    ensure.run(key);
    work(key);
  };
  return {
    pictures: (batchId: string) => ofBatch.all(batchId).map(readPicture),
    picturesOf: (batchId: string, productId: string) =>
      ofProduct.all(batchId, productId).map(readPicture),
    baseScene(batchId: string, ref: PictureRef): Scene | undefined {
      const text = baseScene.pluck().get(at(batchId, ref));
      return text ? (JSON.parse(text) as Scene) : undefined;
    },
    keepMade: (
      batchId: string,
      ref: PictureRef,
      made: { assetId: string; print: string; notes: PictureNote[] },
    ) =>
      change(batchId, ref, (key) =>
        setMade.run({ ...key, ...made, notes: JSON.stringify(made.notes) }),
      ),
    keepProblem: (batchId: string, ref: PictureRef, problem: StoredProblem | undefined) =>
      change(batchId, ref, (key) =>
        setProblem.run({ ...key, problem: problem ? JSON.stringify(problem) : null }),
      ),
    setExcluded: (batchId: string, ref: PictureRef, isExcluded: boolean) =>
      change(batchId, ref, (key) => setExcluded.run({ ...key, value: Number(isExcluded) })),
    setPhoto: (batchId: string, ref: PictureRef, assetId: string | null) =>
      change(batchId, ref, (key) => setPhoto.run({ ...key, value: assetId })),
    setHand: (batchId: string, ref: PictureRef, creationId: string | null, base: Scene | null) =>
      change(batchId, ref, (key) =>
        setHand.run({ ...key, creationId, base: base && JSON.stringify(base) }),
      ),
    setFollows: (batchId: string, ref: PictureRef, follows: boolean) =>
      change(batchId, ref, (key) => setFollows.run({ ...key, value: Number(follows) })),
  };
}

function readBatch(row: RawBatch): BatchRow {
  return {
    id: row.id,
    name: row.name,
    spec: batchSpec.parse(JSON.parse(row.spec)),
    jobId: row.job_id ?? undefined,
    isPaused: row.paused === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function readPicture(row: RawPicture): PictureRow {
  return {
    productId: row.product_id,
    templateId: row.template_id,
    format: row.format,
    assetId: row.asset_id ?? undefined,
    print: row.print ?? undefined,
    notes: row.notes === '[]' ? [] : storedNotes.parse(JSON.parse(row.notes)),
    problem: row.problem ? storedProblem.parse(JSON.parse(row.problem)) : undefined,
    isExcluded: row.excluded === 1,
    photoAssetId: row.photo_asset_id ?? undefined,
    creationId: row.creation_id ?? undefined,
    follows: row.follows === 1,
  };
}
