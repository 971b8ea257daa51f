import type { GraphClient } from 'graph-api-client';
import type { PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { UsualTime } from '../../shared/rules/calendar-grid.ts';

export type TimingPlace = {
  queueId: string;
  zone: string;
  usualTimes: readonly UsualTime[];
};

export type PlannedFact = {
  postId: string;
  title: string;
  at: number;
  queueId: string;
  accountIds: string[];
  state: string;
};

/** What timing asks of other features. */
export type TimingUses = {
  placeOf: (accountIds: readonly string[]) => TimingPlace;
  placeOfShop: (shopId: string) => TimingPlace;
  plannedBetween: (from: number, to: number) => PlannedFact[];
  tilesOf: (postIds: readonly string[], language?: Language) => PostTile[];
  /** `at` is an instant. Throws Problem with what stands against it; joins the caller's transaction. */
  schedulePost: (postId: string, at: string, zone: string, language: Language) => void;
  /** Posts that keep their hour: those of a series, and what a pool put there. */
  isFixed: (postId: string) => boolean;
  listAccounts: () => AccountFact[];
  clientFor: (accountId: string) => Promise<GraphClient>;
  isOnline: () => boolean;
  mayRead: (accountId: string) => boolean;
};
