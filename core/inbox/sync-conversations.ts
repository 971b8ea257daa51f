import type { RemoteConversation } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';

const conversationsAPage = 25;

/** Notes which conversations have new words, newest first, until those that are known as they are. How many
 *  calls it took, and whether the network let us look. */
export async function listConversations(
  parts: InboxParts,
  account: AccountFact,
  mostPages: number,
): Promise<{ calls: number; isRefused: boolean }> {
  const client = await parts.uses.clientFor(account.id);
  const platform = account.network === 'facebook' ? 'messenger' : 'instagram';
  const changed: RemoteConversation[] = [];
  let after: string | undefined;
  let isThrough = false;
  let isRefused = false;
  let calls = 0;
  while (!isThrough && calls < mostPages) {
    const paging = { limit: conversationsAPage, ...(after === undefined ? {} : { after }) };
    const answer = await client.conversations({
      ...{ pageId: account.pageRemoteId, platform },
      ...paging,
    });
    calls += 1;
    if (!answer.ok) {
      isRefused = answer.failure.reaction === 'permission';
      break;
    }
    const news = answer.value.items.filter((one) => isNews(parts, account, one));
    changed.push(...news);
    after = answer.value.after;
    isThrough = after === undefined || news.length === 0;
  }
  note(parts, account, changed, isThrough);
  return { calls, isRefused };
}

function isNews({ watch }: InboxParts, { id }: AccountFact, told: RemoteConversation): boolean {
  const known = watch.find(id, told.id);
  return (
    known?.heardAt !== (told.updatedAt ?? null) || known.counted !== (told.messageCount ?? null)
  );
}

/** Should the list have been cut, what it told is read but not taken for known: else the next look would
 *  stop there. */
function note(
  { watch, tools }: InboxParts,
  account: AccountFact,
  changed: readonly RemoteConversation[],
  isThrough: boolean,
): void {
  const nextAt = tools.clock.now();
  tools.transact(() => {
    for (const { id: objectId, updatedAt = nextAt, messageCount = null } of changed) {
      const place = { accountId: account.id, objectId, kind: 'conversation' as const };
      const heardAt = isThrough ? updatedAt : null;
      watch.add({ ...place, publishedAt: updatedAt, counted: messageCount, nextAt, heardAt });
    }
  });
}
