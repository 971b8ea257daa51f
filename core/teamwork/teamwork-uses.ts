import type { AnswerFact, ShopTimes, ThreadFact } from '../../shared/facts.ts';

/** What teamwork is handed: plain functions of the team and the inbox. */
export type TeamworkUses = {
  /** Who works here; without an id where the shop has named nobody, undefined while nobody said so. */
  me(): { id?: string; name?: string } | undefined;
  people(): readonly { id: string; name: string }[];
  /** Also of somebody who was removed. */
  nameOf(personId: string): string | undefined;
  /** False for what the studio does by itself. */
  isPersonAsking(): boolean;
  threadFact(threadId: string): ThreadFact | undefined;
  /** Our answers given in between, UTC ms, of these accounts or all. */
  answersBetween(fromAt: number, toAt: number, accountIds?: readonly string[]): AnswerFact[];
  /** IANA name of the shop's time zone. */
  zone(): string;
  /** Clocks and opening hours of the shop an account belongs to; no times where it never said them. */
  timesOf(accountId: string): ShopTimes;
};
