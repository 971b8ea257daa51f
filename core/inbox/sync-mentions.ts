import type { GraphClient, RemoteComment, RemoteMention } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { takeComments, type Taken } from './take-comments.ts';

const mentionsAPage = 25;

function toComment({ id, text, from, createdAt, pictureUrl }: RemoteMention): RemoteComment[] {
  if (createdAt === undefined) return [];
  const words = { id, text, createdAt, isHidden: false, likeCount: 0 };
  return [
    {
      ...words,
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

/** Reads where others name the account, newest first, until a page brings nothing new. Each post is a thread
 *  that begins with its words. */
export async function syncMentions(
  parts: InboxParts,
  account: AccountFact,
  mostPages: number,
): Promise<Taken & { calls: number }> {
  const client = await parts.uses.clientFor(account.id);
  const sum = { stored: 0, updated: 0, known: 0, calls: 0 };
  let after: string | undefined;
  while (sum.calls < mostPages) {
    const answer = await listPage(client, account, after);
    sum.calls += 1;
    if (!answer.ok) break;
    let isNews = false;
    parts.tools.transact(() => {
      for (const mention of answer.value.items) {
        const page = toComment(mention);
        const taken = takeComments(parts, account, mention.id, page, { kind: 'mention' });
        sum.stored += taken.stored;
        sum.updated += taken.updated;
        isNews ||= taken.stored > 0;
      }
    });
    after = answer.value.after;
    if (after === undefined || !isNews) break;
  }
  return sum;
}
