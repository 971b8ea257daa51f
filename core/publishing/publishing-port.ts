import type { Answer, Language, TargetState } from '../../shared/contract/shapes.ts';
import type { PublishingPreferences, Target } from '../../shared/contract/publishing.ts';
import type { FullDay, PostFact, PublishedPostFact } from '../../shared/facts.ts';
import type { Preferences } from './preferences.ts';
import type { HaltCode } from './publishing-uses.ts';

export type TargetFilter = {
  postId?: string | undefined;
  postIds?: string[] | undefined;
  accountId?: string | undefined;
  state?: TargetState | undefined;
};

export type PublishingCounts = Record<TargetState, number> & {
  /** Targets and first comments about which a person is asked. */
  asking: number;
};

/** What publishing does for the rest of the studio. The first four join the caller's transaction. */
export type Publishing = {
  plan(post: PostFact, dueAt: number, graceMs: number, options?: { now?: boolean }): Target[];
  cancel(postId: string): Target[];
  list(filter: TargetFilter, language?: Language): Target[];
  isLocked(postId: string): boolean;
  /** Accounts of a post whose day is full at a time, counting what is planned and published. */
  fullDays(post: PostFact, at: number): FullDay[];
  /** How many posts an account's network takes in 24 hours; nothing where it sets no such limit. */
  dayLimitOf(accountId: string): number | undefined;
  answer(input: { targetId: string; answer: Answer; clientId?: string | undefined }): Target[];
  retry(input: { targetId: string; clientId?: string | undefined }): Target[];
  /** Other words for what is published; refused where the network keeps them. */
  changeText(input: { targetId: string; text: string; clientId?: string | undefined }): Target[];
  /** Takes what is published off the network. */
  deletePublished(input: { targetId: string; clientId?: string | undefined }): Target[];
  /** Leaves a change that was not sent yet. */
  cancelChange(input: { targetId: string; clientId?: string | undefined }): Target[];
  preferences: Preferences;
  setPreferences(input: { handOver?: boolean | undefined }): PublishingPreferences;
  counts(): PublishingCounts;
  /** What was published on an account under this id, for the inbox. */
  readPublished(accountId: string, remoteId: string): PublishedPostFact | undefined;
  listPublished(accountId: string, sinceAt?: number): PublishedPostFact[];
  /** Account is usable again (signed in, permission granted): its waiting work goes on. */
  releaseAccount(accountId: string): void;
  /** Where a target stands; undefined when there is none. */
  stateOf(targetId: string): TargetState | undefined;
  /** The shop's picture storage changed: what waits for it goes on. */
  releasePictures(): void;
  haltedBy(): HaltCode | undefined;
  /** Does what is due. Resolves when all that was due has made its next step. */
  tick(now: number): Promise<void>;
  /** After sleep, or when the line is back: looks at once. */
  wake(): void;
  /** Starts looking by itself; without it only `tick` and `wake` act. */
  start(): void;
  /** Claims nothing more and waits up to 10 seconds for visible calls on their way. */
  close(): Promise<void>;
};
