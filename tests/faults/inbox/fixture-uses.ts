import { createGraphClient, type GraphClient } from 'graph-api-client';
import { openUnderstand } from '../../../core/understanding/open-understand.ts';
import { resourcesDir } from '../../support/test-tools.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import type { AccountFact, Colleagues, PublishedPostFact } from '../../../shared/facts.ts';
import type { InboxUses } from '../../../core/inbox/inbox-uses.ts';
import type { PracticeReady } from '../../support/practice.ts';

/** Everything of a test that a second process needs to go on with it. */
export type Fixture = {
  ready: PracticeReady;
  accounts: AccountFact[];
  published: PublishedPostFact[];
  /** Pictures of the library. */
  pictures?: { id: string; path: string; hash: string }[];
};

export type FixtureUses = InboxUses & {
  client(token?: string): GraphClient;
  line: {
    online: boolean;
    signedIn: boolean;
    timeoutMs: number;
    pausedUntil?: number;
    messagesPausedUntil?: number | undefined;
    /** What every client of the studio goes through, so that a test may end the studio at a request. */
    through?: ((client: GraphClient) => GraphClient) | undefined;
  };
  /** Errors that nobody foresaw. */
  reports: unknown[];
};

/** Nobody shares this inbox. */
const nobody: Colleagues = {
  note: () => {},
  requireFree: () => {},
  answered: () => {},
  writersOf: () => new Map(),
  countMentions: () => 0,
};

/** What open-studio would hand to the inbox, from the facts of a test and over real HTTP. */
export function createFixtureUses(fixture: Fixture, now: () => number): FixtureUses {
  const { ready, accounts, published } = fixture;
  const line: FixtureUses['line'] = { online: true, signedIn: true, timeoutMs: 1_500 };
  const reports: unknown[] = [];
  const client = (token = ready.page.token) => {
    const { timeoutMs } = line;
    return createGraphClient({ baseUrls: { graph: ready.url }, token, timeoutMs, now });
  };
  return {
    client,
    line,
    reports,
    listAccounts: () => accounts,
    accountsOfShop: () => undefined,
    readAccount: (id) => accounts.find((account) => account.id === id),
    clientFor: () =>
      line.signedIn
        ? Promise.resolve(line.through?.(client()) ?? client())
        : Promise.reject(new Problem('token-missing')),
    isOnline: () => line.online,
    mayRead: () => true,
    mayHear: () => line.messagesPausedUntil === undefined,
    usedPercent: () => 0,
    pausedUntil: (_, limit) =>
      limit === 'messages' ? (line.messagesPausedUntil ?? line.pausedUntil) : line.pausedUntil,
    listPublished: (accountId) => published.filter((post) => post.accountId === accountId),
    readPublished: (accountId, remoteId) =>
      published.find((post) => post.accountId === accountId && post.remoteId === remoteId),
    readProducts: () => [],
    colleagues: nobody,
    thumbUrlOf: () => undefined,
    pictures: { note: () => {}, ofComments: () => new Map() },
    readAsset: (assetId) => {
      const found = fixture.pictures?.find(({ id }) => id === assetId);
      return (
        found && { ...found, kind: 'photo', name: 'photo.jpg', thumbUrl: `/thumb/${found.id}` }
      );
    },
    pictureFile: (assetId, hash) =>
      Promise.resolve(
        fixture.pictures?.find((one) => one.id === assetId && one.hash === hash)?.path,
      ),
    drawCard: () => Promise.reject(new Error('nothing draws here')),
    writeMoney: (minorUnits, currency) => `${minorUnits} ${currency}`,
    understand: () => ({ language: 'unknown', intent: 'other' }),
    readWords: (text) => openUnderstand(resourcesDir)(text),
    savedReplies: () => [],
    replyShop: () => ({ country: 'FR', language: 'fr' }),
    zone: () => 'Europe/Paris',
    me: () => undefined,
    isPerson: () => true,
    report: (error) => void reports.push(error),
  };
}
