/** How far the rows that are looked at have moved since they were drawn, in pixels: the middle one of their
 *  moves, so that a single row that goes elsewhere takes nothing along. 0 where none of them is left. */
export function moveOfRows(
  drawn: ReadonlyMap<string, number>,
  startOf: (id: string) => number | undefined,
): number {
  const moves: number[] = [];
  for (const [id, startPx] of drawn) {
    const nowPx = startOf(id);
    if (nowPx !== undefined) moves.push(nowPx - startPx);
  }
  moves.sort((one, other) => one - other);
  return moves[moves.length >> 1] ?? 0;
}
