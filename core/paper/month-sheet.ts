import type { PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { dateAt, groupByDay, monthGrid, type GridDay } from '../../shared/rules/calendar-grid.ts';
import type { Say } from '../db/feature-tools.ts';
import type { MonthSheet, SheetPost, StateTone } from '../media/worker/paper/month-sheet.ts';

/** A post of the month with what its tile does not say. */
export type PaperPost = {
  tile: PostTile & { at: string };
  caption: string;
  accounts: string[];
  campaign?: string | undefined;
  photoPath?: string | undefined;
};

export type SheetOptions = {
  /** `2026-11`. */
  month: string;
  zone: string;
  language: Language;
  country: string;
  shop: string;
  /** What the month is narrowed to, in words. */
  filters: string[];
  madeAt: number;
};

const tones: Partial<Record<string, StateTone>> = {
  published: 'good',
  uncertain: 'waits',
  waiting: 'waits',
  missed: 'bad',
  failed: 'bad',
};

/** The weeks that a month's page shows. */
export function weeksOf(month: string, zone: string): GridDay[][] {
  return monthGrid(`${month}-01`, zone);
}

/** Lays a month's posts out by the days of `zone`, all words in the reader's language. */
export function monthSheet(
  posts: readonly PaperPost[],
  options: SheetOptions,
  say: Say,
): MonthSheet {
  const { month, zone, language, country } = options;
  const write = (at: number, parts: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(`${language}-${country}`, { timeZone: zone, ...parts }).format(at);
  const toSheet = (post: PaperPost): SheetPost => sheetPost(post, write, language, say);
  const ordered = posts.toSorted((one, other) => instantOf(one) - instantOf(other));
  const byDay = groupByDay(ordered, instantOf, zone);
  const shown = new Map([...byDay].map(([date, held]) => [date, held.map(toSheet)]));
  const weeks = weeksOf(month, zone);
  const middayOf = (day: GridDay): number => (day.startAt + day.endAt) / 2;
  return {
    language,
    shop: options.shop,
    month: upperFirst(write(middayOf(weeks[1]![0]!), { month: 'long', year: 'numeric' })),
    notes: notesOf(options, write, say),
    weekdays: weeks[0]!.map((day) => write(middayOf(day), { weekday: 'long' })),
    weeks: weeks.map((week) =>
      week.map((day) => ({
        number: String(Number(day.date.slice(-2))),
        isInMonth: day.isInMonth,
        posts: shown.get(day.date) ?? [],
      })),
    ),
    list: [...byDay]
      .filter(([date]) => date.startsWith(month))
      .map(([date, held]) => ({
        day: upperFirst(
          write(instantOf(held[0]!), { weekday: 'long', day: 'numeric', month: 'long' }),
        ),
        posts: shown.get(date) ?? [],
      })),
    words: wordsOf(language, say),
    madeAt: options.madeAt,
  };
}

function sheetPost(
  { tile, caption, accounts, campaign, photoPath }: PaperPost,
  write: (at: number, parts: Intl.DateTimeFormatOptions) => string,
  language: Language,
  say: Say,
): SheetPost {
  return {
    time: write(Date.parse(tile.at), { hour: '2-digit', minute: '2-digit' }),
    networks: tile.networks,
    title: tile.title,
    state: {
      word: say(language, `ui:state.${tile.state}`),
      tone: tile.asks ? 'waits' : (tones[tile.state] ?? 'calm'),
    },
    photoPath,
    accounts: accounts.join(', '),
    campaign,
    caption,
  };
}

function notesOf(
  { zone, language, filters, madeAt }: SheetOptions,
  write: (at: number, parts: Intl.DateTimeFormatOptions) => string,
  say: Say,
): string[] {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return [
    say(language, 'paper:zone', { city }),
    ...filters,
    say(language, 'paper:madeOn', { date: write(madeAt, { dateStyle: 'long' }) }),
  ];
}

/** The numbers come later, page by page: their places stay in the words. */
function wordsOf(language: Language, say: Say): MonthSheet['words'] {
  return {
    more: say(language, 'paper:more', { count: '{{count}}' }),
    page: say(language, 'paper:page', { page: '{{page}}', pages: '{{pages}}' }),
    empty: say(language, 'paper:empty'),
    captions: say(language, 'paper:captions'),
  };
}

function instantOf({ tile }: PaperPost): number {
  return Date.parse(tile.at);
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Whether an instant falls into the month as `zone` has it. */
export function isInMonth(at: string, { month, zone }: Pick<SheetOptions, 'month' | 'zone'>) {
  return dateAt(Date.parse(at), zone).startsWith(month);
}
