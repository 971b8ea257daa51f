import type { ThreadFact, WriterFact } from '../../shared/facts.ts';

/** What customers are handed: plain functions of the team and the inbox. */
export type CustomersUses = {
  /** Who works here; without an id where the shop has named nobody, undefined while nobody said so. */
  me(): { id?: string } | undefined;
  /** Also of somebody who was removed. */
  writerOf(personId: string | null): WriterFact;
  threadFact(threadId: string): ThreadFact | undefined;
  /** The newest thread of somebody an account knows by an id. */
  newestOf(accountId: string, personId: string): ThreadFact | undefined;
  /** People who write by such a name, each by their newest thread, newest first. */
  peopleNamed(words: string, limit: number): ThreadFact[];
};
