import { z } from 'zod';
import { collisionChoice, exportKind } from '../../shared/contract/exports.ts';
import { problemStatus, type ProblemCode } from '../../shared/contract/problems.ts';
import { readScene } from '../../shared/scene/read-scene.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { Db } from '../db/transact.ts';

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];
const storedProblem = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.unknown()),
});
export type StoredProblem = z.infer<typeof storedProblem>;

/** How the files of one export are written. */
const storedWish = z.object({
  kind: exportKind,
  quality: z.number().optional(),
  copyright: z.string().optional(),
  pattern: z.string().optional(),
  collisions: collisionChoice.optional(),
});
export type StoredWish = z.infer<typeof storedWish>;

/** What one file is written of: one picture, or for paper all pictures of a size. */
const fileSource = z.object({ assetIds: z.array(z.string()) });
export type FileSource = z.infer<typeof fileSource>;

export type ExportRow = {
  id: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  wish: StoredWish;
  folder: string;
  total: number;
  written: number;
  skipped: number;
  problem: StoredProblem | undefined;
  createdAt: number;
};
export type ExportFile = { place: number; name: string; source: FileSource };

type RawRow = Omit<ExportRow, 'wish' | 'problem'> & { wish: string; problem: string | null };
type RawFile = { place: number; name: string; source: string };

export type ExportStore = ReturnType<typeof exportStore>;

/** The one writer of exports and export_files. */
export function exportStore(db: Db) {
  const columns =
    'id, state, wish, folder, total, written, skipped, problem, created_at AS createdAt';
  const insert = db.prepare(
    `INSERT INTO exports (id, state, wish, folder, total, created_at)
     VALUES (@id, 'running', @wish, @folder, @total, @at)`,
  );
  const insertFile = db.prepare(
    `INSERT INTO export_files (export_id, place, name, source, state)
     VALUES (@id, @place, @name, @source, 'waits')`,
  );
  const find = db.prepare<[string], RawRow>(`SELECT ${columns} FROM exports WHERE id = ?`);
  const open = db
    .prepare<[], string>("SELECT id FROM exports WHERE state = 'running' ORDER BY created_at")
    .pluck();
  const waiting = db.prepare<[string], RawFile>(
    `SELECT place, name, source FROM export_files WHERE export_id = ? AND state = 'waits'
     ORDER BY place`,
  );
  const failed = db.prepare<[string], { name: string; problem: string }>(
    `SELECT name, problem FROM export_files WHERE export_id = ? AND state = 'failed'
     ORDER BY place LIMIT 50`,
  );
  const endFile = db.prepare(
    `UPDATE export_files SET state = @state, name = @name, problem = @problem
     WHERE export_id = @id AND place = @place`,
  );
  const count = db.prepare(
    'UPDATE exports SET written = written + @written, skipped = skipped + @skipped WHERE id = @id',
  );
  const end = db.prepare(
    "UPDATE exports SET state = @state, problem = @problem WHERE id = @id AND state = 'running'",
  );
  const folders = db
    .prepare<[number], string>(
      'SELECT folder FROM exports GROUP BY folder ORDER BY max(created_at) DESC LIMIT ?',
    )
    .pluck();
  const latest = db
    .prepare<[], string>('SELECT wish FROM exports ORDER BY created_at DESC, id DESC LIMIT 1')
    .pluck();
  // Assets belong to the media library; read here: the scene that a picture was made of.
  const assetScene = db
    .prepare<[string], string | null>('SELECT scene FROM assets WHERE id = ?')
    .pluck();
  const text = (problem: StoredProblem | undefined) => (problem ? JSON.stringify(problem) : null);
  return {
    insert(
      { id, wish, folder, at }: { id: string; wish: StoredWish; folder: string; at: number },
      files: readonly { name: string; source: FileSource }[],
    ): void {
      insert.run({ id, folder, at, wish: JSON.stringify(wish), total: files.length });
      files.forEach(({ name, source }, place) =>
        insertFile.run({ id, place, name, source: JSON.stringify(source) }),
      );
    },
    find(id: string): ExportRow | undefined {
      const row = find.get(id);
      return row && readRow(row);
    },
    open: () => open.all(),
    folders: (limit: number): string[] => folders.all(limit),
    latestWish(): StoredWish | undefined {
      const json = latest.get();
      return json === undefined ? undefined : storedWish.parse(JSON.parse(json));
    },
    sceneOfAsset(assetId: string): Scene | undefined {
      const json = assetScene.get(assetId);
      return json ? readScene(JSON.parse(json)) : undefined;
    },
    waiting: (id: string): ExportFile[] =>
      waiting.all(id).map((row) => ({ ...row, source: fileSource.parse(JSON.parse(row.source)) })),
    failed: (id: string) =>
      failed
        .all(id)
        .map(({ name, problem }) => ({ name, problem: storedProblem.parse(JSON.parse(problem)) })),
    endFile(
      id: string,
      file: { place: number; name: string },
      state: 'written' | 'skipped' | 'failed',
      problem?: StoredProblem,
    ): void {
      endFile.run({ id, ...{ place: file.place, name: file.name }, state, problem: text(problem) });
      count.run({ id, written: Number(state === 'written'), skipped: Number(state === 'skipped') });
    },
    end: (id: string, state: 'done' | 'failed' | 'cancelled', problem?: StoredProblem): void =>
      void end.run({ id, state, problem: text(problem) }),
  };
}

function readRow(row: RawRow): ExportRow {
  return {
    ...row,
    wish: storedWish.parse(JSON.parse(row.wish)),
    problem: row.problem ? storedProblem.parse(JSON.parse(row.problem)) : undefined,
  };
}
