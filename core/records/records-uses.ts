import type { CommentsWish } from '../../shared/contract/records.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { Backup } from '../db/backup.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { Settings } from '../db/settings.ts';
import type { Host } from '../host.ts';

/** A comment as the inbox hands it over to be written to a file. */
export type CommentFact = {
  key: bigint;
  accountId: string;
  fullRemoteId: string;
  threadId: string;
  parentRemoteId: string | null;
  fromId: string | null;
  fromName: string;
  text: string;
  createdAt: number;
  mine: boolean;
  hidden: boolean;
  deleted: boolean;
  attachmentUrl: string | null;
};

/** What the inbox does for records; open-records hands it over. */
export type InboxForRecords = {
  /** Small steps through what fits, newest first. */
  steps(
    wish: Pick<CommentsWish, 'view' | 'text' | 'accountIds' | 'tagId' | 'intent' | 'language'> & {
      sinceAt?: number | undefined;
      untilAt?: number | undefined;
    },
  ): Iterable<{
    items: {
      comment: CommentFact;
      postRemoteId: string;
      intent: string | null;
      language: string | null;
    }[];
    read: number;
  }>;
  count(): number;
  refreshThreads(threadIds: Iterable<string>): void;
  dropWords(texts: readonly string[]): void;
};

export type RecordsUses = {
  tools: FeatureTools;
  settings: Settings;
  inbox: InboxForRecords;
  /** Small stills of what customers sent. */
  pictures: {
    /** Hashes of those that some comment names now. */
    named(): Set<string>;
    /** Some bytes by which a copy of one is known; undefined where its file is gone. */
    sample(hash: string): Promise<Buffer | undefined>;
    /** Removes those that no comment names any more. */
    sweep(): Promise<number>;
  };
  dataDir: string;
  /** Where a person looks for files first. */
  downloadsDir: string;
  host: Pick<Host, 'startProcess' | 'showFolder'>;
  /** Whether files can be written into a folder that is there, or into one that would be made. */
  placeOf(folder: string): Promise<'there' | 'new' | 'blocked'>;
  /** Path of the entry file that searches files. */
  searchEntry: string;
  listBackups(): Backup[];
  listAccounts(): AccountFact[];
  listShops(): { id: string; name: string; zone: string; accountIds: string[] }[];
  /** IANA name of the first shop's time zone. */
  zone(): string;
  shopName(): string;
  /** Of the team, who works here now. */
  whoWorks(): string | undefined;
  nameOf(personId: string): string | undefined;
  /** Throws where whoever works here may not do away with what the shop keeps. */
  requireOwner(): void;
  describeProblem(problem: Problem, language: Language): ProblemText;
  report(error: unknown): void;
};
