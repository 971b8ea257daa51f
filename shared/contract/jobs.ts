import { z } from 'zod';
import { clientId, empty, format, id, jobState, procedure } from './shapes.ts';
import { problemText } from './problems.ts';

export const jobFile = z.object({
  path: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  assetId: id,
  format: format,
  productIds: z.array(id),
  sizeBytes: z.number().int(),
  durationMs: z.number().int().optional(),
});
export type JobFile = z.infer<typeof jobFile>;

export const job = z.object({
  jobId: id,
  kind: z.enum(['pictures', 'video']),
  title: z.string(),
  state: jobState,
  progressFrac: z.number().min(0).max(1),
  done: z.number().int(),
  total: z.number().int(),
  /** Seconds left as measured so far; absent while nothing is known. */
  secondsLeft: z.number().optional(),
  files: z.array(jobFile),
  /** Products of a batch that could not be rendered, each with its sentence. */
  problems: z.array(
    z.object({
      productIds: z.array(id),
      format: format.optional(),
      code: z.string(),
      problem: problemText,
    }),
  ),
  /** Why a failed job failed. */
  code: z.string().optional(),
  problem: problemText.optional(),
  createdAt: z.iso.datetime(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  get: procedure('/jobs/get')
    .input(z.object({ jobId: id }))
    .output(job),
  /** What runs, what waits in its order, then what ended, last first. */
  list: procedure('/jobs/list')
    .input(empty)
    .output(z.object({ items: z.array(job) })),
  /** Puts one that waits before all others. */
  first: procedure('/jobs/first')
    .input(z.object({ jobId: id, clientId }))
    .output(job),
  cancel: procedure('/jobs/cancel')
    .input(z.object({ jobId: id, clientId }))
    .output(job),
};
