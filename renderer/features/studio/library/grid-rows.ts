export type GridRow =
  | { kind: 'month'; month: string; count: number }
  /** Tiles from this place of the list on. */
  | { kind: 'tiles'; from: number; count: number };

type Month = { month: string; count: number };

/** Rows of a list that is laid out in columns, a month under its head; without months one run. Every
 *  row is known before its pictures are, so that nothing moves when they come. */
export function gridRows(total: number, months: readonly Month[], columns: number): GridRow[] {
  if (months.length === 0) return tileRows(0, total, columns);
  const rows: GridRow[] = [];
  let from = 0;
  for (const { month, count } of months) {
    rows.push({ kind: 'month', month, count }, ...tileRows(from, count, columns));
    from += count;
  }
  return rows;
}

function tileRows(from: number, count: number, columns: number): GridRow[] {
  const rows: GridRow[] = [];
  for (let at = 0; at < count; at += columns)
    rows.push({ kind: 'tiles', from: from + at, count: Math.min(columns, count - at) });
  return rows;
}

/** The row that shows a place of the list, -1 for none. */
export function rowOfPlace(rows: readonly GridRow[], place: number): number {
  let low = 0;
  let high = rows.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = fromOf(rows, middle);
    if (at <= place) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  const row = rows[found];
  return row?.kind === 'tiles' && place < row.from + row.count ? found : -1;
}

/** A head begins where the tiles after it begin. */
function fromOf(rows: readonly GridRow[], index: number): number {
  const row = rows[index];
  if (row?.kind === 'tiles') return row.from;
  const next = rows[index + 1];
  return next?.kind === 'tiles' ? next.from : 0;
}

/** Where a key leads from a place: up and down keep the column as far as the row goes. */
export function stepPlace(
  rows: readonly GridRow[],
  place: number,
  key: string,
  page: number,
): number | undefined {
  const last = lastPlace(rows);
  if (last < 0) return undefined;
  const clamp = (to: number) => Math.max(0, Math.min(last, to));
  if (key === 'ArrowRight') return clamp(place + 1);
  if (key === 'ArrowLeft') return clamp(place - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
  };
  const by = steps[key];
  return by === undefined ? undefined : stepRows(rows, clamp(place), by);
}

function stepRows(rows: readonly GridRow[], place: number, by: number): number {
  const tiles = rows.filter((row) => row.kind === 'tiles');
  const index = tiles.findIndex((row) => place < row.from + row.count);
  const here = tiles[index];
  const there = tiles[Math.max(0, Math.min(tiles.length - 1, index + by))];
  if (!here || !there || here === there) return place;
  return there.from + Math.min(place - here.from, there.count - 1);
}

function lastPlace(rows: readonly GridRow[]): number {
  const row = rows.at(-1);
  return row?.kind === 'tiles' ? row.from + row.count - 1 : -1;
}
