// Lists that show what was changed last first. Their cursor is the last row's time and id, so that a row
// added meanwhile moves nothing.

export type PageWish = {
  text?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

const usualLimit = 60;

/** Parameters of a page's statement: one row more than wished tells whether there are others. */
export function pageParameters({ text, cursor, limit = usualLimit }: PageWish) {
  const match = /^(\d{1,15})_(.+)$/.exec(cursor ?? '');
  return {
    text: text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null,
    beforeAt: match ? Number(match[1]) : null,
    beforeId: match?.[2] ?? null,
    limit: limit + 1,
  };
}

/** The wished rows, and the cursor behind them when there are more. */
export function pageOfRows<Line extends { id: string; updatedAt: number }>(
  rows: readonly Line[],
  { limit = usualLimit }: PageWish,
): { items: Line[]; next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: `${last.updatedAt}_${last.id}` } : { items };
}
