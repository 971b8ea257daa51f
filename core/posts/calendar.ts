import type { CalendarCounts, CalendarRange, PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { groupByDay } from '../../shared/rules/calendar-grid.ts';
import type { PostParts } from './post-parts.ts';
import { stateOf, type PostTiles } from './post-tiles.ts';
import type { TileRow } from './store.ts';

export type CalendarAsked = CalendarRange & { perDay?: number | undefined };
export type CalendarPage = { items: PostTile[]; counts?: CalendarCounts };

/** What a calendar asks: tiles of a range, a few of each day, or only how many there are. */
export function calendarReader(
  { tools, store, uses }: Pick<PostParts, 'tools' | 'store' | 'uses'>,
  tiles: PostTiles,
) {
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();
  /** Of the first shop, where no other is asked for. */
  const zoneOf = (range: CalendarRange) => range.zone ?? uses.placeOf([]).zone;

  function rowsOf({ from, to, ...range }: CalendarRange): TileRow[] {
    const { productId, campaignId } = range;
    const rows = store.planned(Date.parse(from), Date.parse(to), { productId, campaignId });
    const { shopId } = range;
    const isOfShop = (row: TileRow) =>
      shopId === undefined || uses.placeOf(row.accountIds).shopId === shopId;
    const { approval } = range;
    const standsSo = (row: TileRow) =>
      approval === undefined || uses.approvalOf?.(row.id) === approval;
    return rows.filter((row) => isShown(row, range) && isOfShop(row) && standsSo(row));
  }

  return {
    calendar: (asked: CalendarAsked, language?: Language): PostTile[] =>
      tiles(rowsOf(asked), spoken(language)),
    calendarPage({ perDay, ...range }: CalendarAsked, language?: Language): CalendarPage {
      const rows = rowsOf(range);
      if (perDay === undefined) return { items: tiles(rows, spoken(language)) };
      const days = byDay(rows, zoneOf(range));
      const first = [...days.values()].flatMap((all) => all.slice(0, perDay));
      return { items: tiles(first, spoken(language)), counts: countsOf(rows, days) };
    },
    days(range: CalendarRange): CalendarCounts {
      const rows = rowsOf(range);
      return countsOf(rows, byDay(rows, zoneOf(range)));
    },
  };
}

function isShown(
  row: TileRow,
  { accountId, state, asks }: Pick<CalendarRange, 'accountId' | 'state' | 'asks'>,
): boolean {
  if (accountId !== undefined && !row.accountIds.includes(accountId)) return false;
  if (asks === true && !row.marks.some((mark) => mark.asks)) return false;
  return state === undefined || stateOfRow(row) === state;
}

function stateOfRow(row: TileRow): string {
  return stateOf(row.marks.filter((mark) => mark.role === 'post'));
}

const byDay = (rows: readonly TileRow[], zone: string): ReadonlyMap<string, TileRow[]> =>
  groupByDay(rows, (row) => row.plan?.at ?? 0, zone);

function countsOf(
  rows: readonly TileRow[],
  days: ReadonlyMap<string, readonly TileRow[]>,
): CalendarCounts {
  const states = rows.map(stateOfRow);
  const published = states.filter((state) => state === 'published').length;
  const removed = states.filter((state) => state === 'removed').length;
  return {
    days: [...days].map(([date, { length }]) => ({ date, count: length })),
    published,
    planned: rows.length - published - removed,
  };
}
