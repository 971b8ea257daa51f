import type { ContainerRow } from './instagram-rows.ts';

export type ContainerState = 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';

export const containerLifeMs = 24 * 3_600_000;

/** Where a container stands: a function of its row and the clock, so nothing has to run. */
export function containerState(row: ContainerRow, nowMs: number): ContainerState {
  if (row.media_id !== null) return 'PUBLISHED';
  if (nowMs >= row.created_at + containerLifeMs) return 'EXPIRED';
  if (row.stuck === 1 || row.waits_for_bytes === 1 || row.ready_at === null) return 'IN_PROGRESS';
  if (nowMs < row.ready_at) return 'IN_PROGRESS';
  return row.error_subcode === null ? 'FINISHED' : 'ERROR';
}

/** The sentence beside the state. */
export function containerStatusText(row: ContainerRow, nowMs: number): string {
  switch (containerState(row, nowMs)) {
    case 'IN_PROGRESS':
      return 'In Progress: Media is still being processed.';
    case 'FINISHED':
      return 'Finished: Media has been uploaded and it is ready to be published.';
    case 'ERROR':
      return `Error: Media upload has failed with error code ${row.error_subcode ?? 0}`;
    case 'EXPIRED':
      return 'Expired: Media was not published within 24 hours and has expired.';
    case 'PUBLISHED':
      return 'Published: Media has been successfully published.';
  }
}
