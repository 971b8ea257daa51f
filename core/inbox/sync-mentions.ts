import type { GraphClient, RemoteComment, RemoteMention } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { watchedForMs } from './polling.ts';
import { takeComments, type Taken } from './take-comments.ts';
import { walkList, type ListPace } from './walk-list.ts';

const mentionsAPage = 25;

function toComment({ id, text, from, createdAt, pictureUrl }: RemoteMention): RemoteComment[] {
  return [
    {
      ...{ id, text, isHidden: false, likeCount: 0 },
      ...(createdAt === undefined ? {} : { createdAt }),
      ...(from ? { from } : {}),
      ...(pictureUrl === undefined ? {} : { attachmentUrl: pictureUrl }),
    },
  ];
}

function listPage(client: GraphClient, account: AccountFact, after: string | undefined) {
  const paging = { limit: mentionsAPage, ...(after === undefined ? {} : { after }) };
  return account.network === 'facebook'
    ? client.taggedPosts({ pageId: account.remoteId, ...paging })
    : client.taggedMedia({ igId: account.remoteId, ...paging });
}

/** Reads where others name the account. Each post is a thread that begins with its words. */
export async function syncMentions(
  parts: InboxParts,
  account: AccountFact,
  pace: ListPace,
  mostPages: number,
): Promise<Taken & { calls: number }> {
  const client = await parts.uses.clientFor(account.id);
  const now = parts.tools.clock.now();
  const sum: Taken = { stored: 0, updated: 0, known: 0 };
  const { calls } = await walkList<RemoteMention>(
    {
      page: (after) => listPage(client, account, after),
      take: (mentions) => takeMentions(parts, account, mentions, sum),
      arePast: (mentions) =>
        mentions.every(
          ({ createdAt }) => createdAt !== undefined && createdAt < now - watchedForMs,
        ),
    },
    pace,
    { now, mostPages },
  );
  return { ...sum, calls };
}

/** True when one of them is new here. */
function takeMentions(
  parts: InboxParts,
  account: AccountFact,
  mentions: readonly RemoteMention[],
  sum: Taken,
): boolean {
  const storedBefore = sum.stored;
  parts.tools.transact(() => {
    for (const mention of mentions) {
      const page = toComment(mention);
      const taken = takeComments(parts, account, mention.id, page, { kind: 'mention' });
      sum.stored += taken.stored;
      sum.updated += taken.updated;
    }
  });
  return sum.stored > storedBefore;
}
