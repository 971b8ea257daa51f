import type { BulkField } from '../../shared/contract/bulk.ts';
import type { PostContent } from '../../shared/contract/posts.ts';

export type RowCells = Partial<Record<BulkField, string>>;

/** A verdict without its sentence; `text` only where another feature has written one. */
export type RowIssue = {
  field?: BulkField | undefined;
  level: 'error' | 'warning' | 'note';
  code: string;
  params?: Record<string, string | number> | undefined;
  text?: string | undefined;
  /** The part of the cell that is meant. */
  found?: string | undefined;
  /** Labels are sentences' codes where `say` is set, else names as they are. */
  fixes?: RowFix[] | undefined;
};
export type RowFix = { label: string; say?: boolean; cells: RowCells; by?: string };

export type ReadTime = { wall: string; zone: string; at: number };

/** What a row means, and what stands against it. */
export type RowReading = {
  row: number;
  content: PostContent;
  time?: ReadTime | undefined;
  issues: RowIssue[];
  /** Names in the media cell that nothing has. */
  unmatched: string[];
  /** Assets that were found under a name of the files brought along. */
  usedFiles: string[];
};

/** A cell with `by` for one of its parts; without `by` the part goes. */
export function replacePart(
  parts: readonly string[],
  found: string,
  by: string | undefined,
): string {
  return parts.flatMap((part) => (part === found ? (by ?? []) : part)).join(' ; ');
}

/** The parts of a cell that lists several things. */
export function splitParts(cell: string): string[] {
  return trimmed(cell.split(/[;|\n]/));
}

export function trimmed(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter(Boolean);
}
