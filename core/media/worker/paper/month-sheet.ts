import type { Network } from '../../../../shared/contract/shapes.ts';

/** How a state is coloured; its word says the same. */
export type StateTone = 'calm' | 'good' | 'waits' | 'bad';

/** A post as a month on paper shows it; every text is ready to be read. */
export type SheetPost = {
  time: string;
  networks: Network[];
  title: string;
  state: { word: string; tone: StateTone };
  /** A picture file of any kind that sharp reads. */
  photoPath?: string | undefined;
  accounts: string;
  campaign?: string | undefined;
  caption: string;
};

export type SheetDay = { number: string; isInMonth: boolean; posts: SheetPost[] };

/** A month to be printed on A4: a page with the calendar, then all captions by day. */
export type MonthSheet = {
  language: string;
  shop: string;
  /** As `novembre 2026`. */
  month: string;
  /** Zone, filters, when it was printed. */
  notes: string[];
  weekdays: string[];
  weeks: SheetDay[][];
  /** In order of time. */
  list: { day: string; posts: SheetPost[] }[];
  words: {
    /** `{{count}}` stands for how many. */
    more: string;
    /** `{{page}}` and `{{pages}}` stand for numbers. */
    page: string;
    empty: string;
    captions: string;
  };
  /** UTC ms; the file names it as its date. */
  madeAt: number;
};
