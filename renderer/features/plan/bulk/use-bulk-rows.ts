import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkRow, BulkSession } from '../../../../shared/contract/bulk.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { OnlyRows } from './use-bulk.ts';

const chunkLength = 100;

/** The rows of a table, asked for by the hundred as they come into sight. */
export function useBulkRows({ sessionId, counts }: BulkSession, only: OnlyRows) {
  const api = useApi();
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const total = {
    all: counts.rows,
    errors: counts.errors,
    warnings: counts.warnings,
    'left-out': counts.leftOut,
  }[only];
  const firstChunk = chunkOf(Math.min(sight.first, Math.max(0, total - 1)));
  const lastChunk = Math.max(firstChunk, chunkOf(Math.min(sight.last, Math.max(0, total - 1))));
  const chunks = Array.from(
    { length: lastChunk - firstChunk + 1 },
    (_, place) => firstChunk + place,
  );
  const asked = useQueries({
    queries: chunks.map((chunk) =>
      api.bulk.rows.queryOptions({
        input: {
          sessionId,
          ...(only === 'all' ? {} : { only }),
          offset: chunk * chunkLength,
          limit: chunkLength,
        },
      }),
    ),
  });
  const at = (index: number): BulkRow | undefined =>
    asked[chunkOf(index) - firstChunk]?.data?.items[index % chunkLength];
  return {
    total,
    at,
    /** Place of a row by its number, among those that are here; -1 else. */
    indexOf(row: number | undefined): number {
      for (const [place, { data }] of asked.entries()) {
        const found = data?.items.findIndex((one) => one.row === row) ?? -1;
        if (found >= 0) return (firstChunk + place) * chunkLength + found;
      }
      return -1;
    },
    see: (first: number, last: number) => {
      if (chunkOf(first) !== chunkOf(sight.first) || chunkOf(last) !== chunkOf(sight.last))
        setSight({ first, last });
    },
  };
}

export type BulkRows = ReturnType<typeof useBulkRows>;

function chunkOf(index: number): number {
  return Math.floor(index / chunkLength);
}
