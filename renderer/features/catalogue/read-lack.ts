import { z } from 'zod';

/** What the studio tells about a file of which needed columns were not recognised. */
const lack = z.object({
  missingFields: z.array(z.string()).min(1),
  headers: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  preview: z.array(z.array(z.string())),
  encoding: z.string(),
  separator: z.string(),
});
export type ColumnsLack = z.infer<typeof lack>;

export function readLack(problem: {
  code: string;
  params: Record<string, unknown>;
}): ColumnsLack | undefined {
  if (problem.code !== 'csv-columns-missing') return undefined;
  return lack.safeParse(problem.params).data;
}
