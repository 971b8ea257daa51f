export type GridPlace = { row: number; column: number };
export type GridSize = { rows: number; columns: number; rowsInView: number };

/** Where a key leads from a place of the results, past places without a picture; nothing where the key
 *  is none of these or leads nowhere. */
export function moveInGrid(
  at: GridPlace,
  { key, isFar }: { key: string; isFar: boolean },
  size: GridSize,
  has: (place: GridPlace) => boolean = () => true,
): GridPlace | undefined {
  const way = wayOf(key, isFar, size);
  if (!way) return undefined;
  const row = clamp(at.row + way.row, size.rows);
  const column = clamp(at.column + way.column, size.columns);
  const isRow = way.row !== 0 && way.column === 0;
  const step = { row: Math.sign(way.row), column: isRow ? 0 : Math.sign(way.column) };
  return (
    seek({ row, column }, step, size, has, at) ??
    // Beyond it there is none: the last one on the way there.
    seek({ row, column }, { row: -step.row, column: -step.column }, size, has, at)
  );
}

function wayOf(key: string, isFar: boolean, size: GridSize): GridPlace | undefined {
  const page = Math.max(1, size.rowsInView);
  switch (key) {
    case 'ArrowLeft':
      return { row: 0, column: -1 };
    case 'ArrowRight':
      return { row: 0, column: 1 };
    case 'ArrowUp':
      return { row: -1, column: 0 };
    case 'ArrowDown':
      return { row: 1, column: 0 };
    case 'PageUp':
      return { row: -page, column: 0 };
    case 'PageDown':
      return { row: page, column: 0 };
    case 'Home':
      return { row: isFar ? -size.rows : 0, column: -size.columns };
    case 'End':
      return { row: isFar ? size.rows : 0, column: size.columns };
    default:
      return undefined;
  }
}

const clamp = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));

function seek(
  from: GridPlace,
  step: GridPlace,
  { rows, columns }: GridSize,
  has: (place: GridPlace) => boolean,
  at: GridPlace,
): GridPlace | undefined {
  let { row, column } = from;
  while (row >= 0 && row < rows && column >= 0 && column < columns) {
    if (row === at.row && column === at.column) return undefined;
    if (has({ row, column })) return { row, column };
    row += step.row;
    column += step.column;
    if (step.row === 0 && step.column === 0) return undefined;
  }
  return undefined;
}
