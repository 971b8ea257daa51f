import { jobFile, type JobFile } from '../../shared/contract/jobs.ts';
import type { ProblemCode } from '../../shared/contract/problems.ts';
import type { JobState } from '../../shared/contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import type { JobKind, JobProblem, NewJob } from './job-types.ts';

export type StoredJob = {
  id: string;
  kind: JobKind;
  title: string;
  state: JobState;
  total: number;
  input: unknown;
  problem: { code: ProblemCode; params: Record<string, unknown> } | undefined;
  createdAt: number;
};

type JobRow = {
  id: string;
  kind: JobKind;
  title: string;
  state: JobState;
  total: number;
  input: string;
  problem_code: ProblemCode | null;
  problem_params: string | null;
  created_at: number;
};

const columns = 'id, kind, title, state, total, input, problem_code, problem_params, created_at';

export type JobStore = ReturnType<typeof jobStore>;

/** The one writer of jobs, job_files and job_problems. */
export function jobStore(db: Db) {
  const insertRow = db.prepare(
    `INSERT INTO jobs (id, kind, title, state, total, input, created_at)
     VALUES (@id, @kind, @title, 'queued', @total, @input, @createdAt)`,
  );
  const find = db.prepare<[string], JobRow>(`SELECT ${columns} FROM jobs WHERE id = ?`);
  const open = db.prepare<[number], JobRow>(
    `SELECT ${columns} FROM jobs WHERE state IN ('queued', 'running')
     ORDER BY state = 'queued', place, created_at, id LIMIT ?`,
  );
  const ended = db.prepare<[number], JobRow>(
    `SELECT ${columns} FROM jobs WHERE state NOT IN ('queued', 'running')
     ORDER BY ended_at DESC, id DESC LIMIT ?`,
  );
  const toFront = db.prepare<[string]>(
    `UPDATE jobs SET place = (SELECT min(place) FROM jobs WHERE state IN ('queued', 'running')) - 1
     WHERE id = ? AND state = 'queued'`,
  );
  const claimRow = db.prepare<[string, number, string], JobRow>(
    `UPDATE jobs SET state = 'running', boot_id = ?, started_at = ?
     WHERE id = (SELECT id FROM jobs WHERE state = 'queued' AND kind = ?
                 ORDER BY place, created_at, id LIMIT 1)
     RETURNING ${columns}`,
  );
  const release = db.prepare<[string]>(
    "UPDATE jobs SET state = 'queued', boot_id = NULL WHERE state = 'running' AND boot_id <> ?",
  );
  const endRow = db.prepare(
    `UPDATE jobs SET state = @state, ended_at = @at, problem_code = @code, problem_params = @params
     WHERE id = @id AND state IN ('queued', 'running')`,
  );
  return {
    insert: (id: string, job: NewJob, createdAt: number): void =>
      void insertRow.run({ ...job, id, createdAt, input: JSON.stringify(job.input) }),
    find: (id: string) => read(find.get(id)),
    /** What runs, then what waits in the order in which it will. */
    open: (limit: number) => open.all(limit).map(toJob),
    /** What ended, last first. */
    ended: (limit: number) => ended.all(limit).map(toJob),
    /** Answers false for one that no longer waits. */
    toFront: (id: string): boolean => toFront.run(id).changes === 1,
    /** The oldest waiting job of a kind becomes this boot's own. */
    claim: (kind: JobKind, bootId: string, at: number) => read(claimRow.get(bootId, at, kind)),
    /** What another boot was running waits again. */
    releaseOthers: (bootId: string): number => release.run(bootId).changes,
    /** Answers false when the job had ended already. */
    end: (id: string, state: JobState, at: number, problem?: StoredJob['problem']): boolean =>
      endRow.run({
        id,
        state,
        at,
        code: problem?.code ?? null,
        params: problem ? JSON.stringify(problem.params) : null,
      }).changes === 1,
    ...jobOutputs(db),
  };
}

/** Files made and problems met, each under the key of its output. */
function jobOutputs(db: Db) {
  const insertFile = db.prepare<[string, string, string, string]>(
    `INSERT INTO job_files (job_id, key, file, place)
     VALUES (?, ?, ?, (SELECT count(*) FROM job_files WHERE job_id = ?))`,
  );
  const files = db.prepare<[string], { key: string; file: string }>(
    'SELECT key, file FROM job_files WHERE job_id = ? ORDER BY place',
  );
  const putProblem = db.prepare<[string, string, string]>(
    `INSERT INTO job_problems (job_id, key, problem) VALUES (?, ?, ?)
     ON CONFLICT (job_id, key) DO UPDATE SET problem = excluded.problem`,
  );
  const dropProblem = db.prepare<[string, string]>(
    'DELETE FROM job_problems WHERE job_id = ? AND key = ?',
  );
  const problems = db.prepare<[string], { key: string; problem: string }>(
    'SELECT key, problem FROM job_problems WHERE job_id = ? ORDER BY key',
  );
  return {
    addFile(jobId: string, key: string, file: JobFile): void {
      insertFile.run(jobId, key, JSON.stringify(jobFile.parse(file)), jobId);
      dropProblem.run(jobId, key);
    },
    addProblem: (jobId: string, key: string, problem: JobProblem): void =>
      void putProblem.run(jobId, key, JSON.stringify(problem)),
    files: (jobId: string): { key: string; file: JobFile }[] =>
      files.all(jobId).map(({ key, file }) => ({ key, file: jobFile.parse(JSON.parse(file)) })),
    problems: (jobId: string): JobProblem[] =>
      problems.all(jobId).map(({ problem }) => JSON.parse(problem) as JobProblem),
  };
}

function read(row: JobRow | undefined): StoredJob | undefined {
  return row && toJob(row);
}

function toJob(row: JobRow): StoredJob {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    total: row.total,
    input: JSON.parse(row.input) as unknown,
    problem: row.problem_code
      ? {
          code: row.problem_code,
          params: JSON.parse(row.problem_params ?? '{}') as Record<string, unknown>,
        }
      : undefined,
    createdAt: row.created_at,
  };
}
