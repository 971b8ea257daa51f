import type { RemoteComment } from 'graph-api-client';
import { createInbox, type InboxService } from '../../core/inbox/service.ts';
import { createInboxParts } from '../../core/inbox/inbox-parts.ts';
import type { InboxUses } from '../../core/inbox/inbox-uses.ts';
import { takeComments } from '../../core/inbox/take-comments.ts';
import { teamworkService } from '../../core/teamwork/service.ts';
import type { FeatureTools } from '../../core/db/feature-tools.ts';
import { openMeaning, openUnderstand } from '../../core/understanding/open-understand.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { OpeningTime } from '../../shared/rules/opening-times.ts';
import { resourcesDir } from './test-tools.ts';

const account = (id: string, network: AccountFact['network'], name: string): AccountFact =>
  ({
    id,
    network,
    name,
    remoteId: `remote-${id}`,
    pageRemoteId: 'page',
    health: 'ok',
  }) as AccountFact;

export const fixtureAccounts = [
  account('fb', 'facebook', 'La Serre'),
  account('ig', 'instagram', 'La Serre de Lyon'),
] as const;

/** Who may work at the computer of a test. */
export const fixturePeople = [
  { id: 'julie', name: 'Julie' },
  { id: 'lea', name: 'Léa Martin' },
];

const nameOf = (personId: string): string =>
  fixturePeople.find(({ id }) => id === personId)?.name ?? personId;

/** What stands of a comment; the rest is filled in. */
export type SaidComment = { id: string; text: string; at: number } & Partial<
  Pick<RemoteComment, 'parentId' | 'attachmentUrl' | 'isHidden'>
> & { from?: string; mine?: boolean };

/** No library stands behind these inboxes. */
export const noPictures = {
  readAsset: () => undefined,
  pictureFile: () => Promise.resolve(undefined),
  drawCard: () => Promise.reject(new Error('no library here')),
  writeMoney: (minorUnits: number, currency: string) => `${minorUnits} ${currency}`,
  pictures: { note: () => {}, ofComments: () => new Map() },
};

/** As the studio reads comments. */
const understand = openMeaning(resourcesDir);
const readWords = openUnderstand(resourcesDir);

/** A real inbox on a real database that no network reads: comments are handed in as pages of one. */
export function openTestInbox(tools: FeatureTools, changes: Partial<InboxUses> = {}) {
  /** Opening hours of the shop of an account; none unless told. */
  const hours = new Map<string, readonly OpeningTime[]>();
  const who: { me?: string | undefined; isStudio?: boolean } = {};
  const team = teamworkService(tools, {
    me: () => (who.me === undefined ? {} : { id: who.me, name: nameOf(who.me) }),
    people: () => fixturePeople,
    nameOf,
    isPersonAsking: () => who.isStudio !== true,
    threadFact: (threadId) => inbox.known.threadFact(threadId),
    answersBetween: (...asked) => inbox.answersBetween(...asked),
    zone: () => 'Europe/Paris',
    timesOf: (id) => ({ shopId: id, zone: 'Europe/Paris', times: hours.get(id) ?? [] }),
  });
  const uses: InboxUses = {
    listAccounts: () => [...fixtureAccounts],
    accountsOfShop: (shopId) => (shopId === 'first' ? ['fb', 'ig'] : undefined),
    readAccount: (id) => fixtureAccounts.find((one) => one.id === id),
    clientFor: () => Promise.reject(new Error('no network here')),
    isOnline: () => false,
    mayRead: () => false,
    mayHear: () => false,
    usedPercent: () => 0,
    pausedUntil: () => undefined,
    listPublished: () => [],
    readPublished: () => undefined,
    readProducts: () => [],
    colleagues: team.forInbox,
    thumbUrlOf: () => undefined,
    ...noPictures,
    understand,
    readWords: (text) => readWords(text),
    savedReplies: () => [],
    replyShop: () => ({ country: 'FR', language: 'fr' }),
    zone: () => 'Europe/Paris',
    me: () => who.me,
    isPerson: (id) => id !== 'nobody',
    report: (error) => {
      throw error;
    },
    ...changes,
  };
  const parts = createInboxParts(tools, uses, () => {});
  const inbox: InboxService = createInbox(tools, uses);
  /** As a page of the network's list under one post. */
  const take = (accountId: string, postId: string, said: readonly SaidComment[]) => {
    const found = uses.readAccount(accountId);
    if (!found) throw new Error(`no account ${accountId}`);
    return takeComments(
      parts,
      found,
      postId,
      said.map((one) => toRemote(found, one)),
    );
  };
  return { inbox, parts, take, who, team, hours };
}

export type TestInbox = ReturnType<typeof openTestInbox>;

function toRemote(
  of: AccountFact,
  { id, text, at, from = 'Emma Wright', mine, ...rest }: SaidComment,
): RemoteComment {
  const author = mine ? { id: of.remoteId, name: of.name } : { id: `person-${from}`, name: from };
  return { id, text, createdAt: at, from: author, isHidden: false, likeCount: 0, ...rest };
}
