import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { BatchFilter, BatchPicture, BatchRow } from '../../../shared/contract/batches.ts';
import { useApi } from '../../link/link-provider.tsx';

/** Rows asked for at once. */
const pageRows = 20;

/** The rows of a batch that are in view, by their place; pages out of view are not asked for. */
export function useBatchRows(
  batchId: string | undefined,
  filter: BatchFilter,
  { first, last }: { first: number; last: number },
) {
  const api = useApi();
  const from = Math.floor(Math.max(0, first) / pageRows);
  const to = Math.floor(Math.max(0, last) / pageRows);
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...api.batches.rows.queryOptions({
        input: { batchId: batchId ?? '-', filter, offset: page * pageRows, limit: pageRows },
        enabled: batchId !== undefined,
      }),
      placeholderData: keepPreviousData,
    })),
  });
  const rows = new Map<number, BatchRow>();
  answers.forEach(({ data }, index) =>
    data?.rows.forEach((row, at) => rows.set((pages[index] ?? 0) * pageRows + at, row)),
  );
  return { rows, total: answers[0]?.data?.total };
}

export function pictureAt(
  row: BatchRow | undefined,
  { templateId, format }: { templateId: string; format: string },
): BatchPicture | undefined {
  return row?.pictures.find((one) => one.templateId === templateId && one.format === format);
}
