import type { RemoteConversation } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { askInHalves } from './ask-in-halves.ts';
import type { InboxParts } from './inbox-parts.ts';
import { watchedForMs } from './polling.ts';
import { walkList, type ListPace } from './walk-list.ts';

const conversationsAPage = 50;

/** Notes which conversations have new words. How many calls it took, and whether the network let us look. */
export async function listConversations(
  parts: InboxParts,
  account: AccountFact,
  pace: ListPace,
  mostPages: number,
): Promise<{ calls: number; isRefused: boolean }> {
  const client = await parts.uses.clientFor(account.id);
  const platform = account.network === 'facebook' ? 'messenger' : 'instagram';
  const now = parts.tools.clock.now();
  const { calls, failure } = await walkList<RemoteConversation>(
    {
      page: (after) =>
        askInHalves(conversationsAPage, (limit) =>
          client.conversations({
            ...{ pageId: account.pageRemoteId, platform, limit },
            ...(after === undefined ? {} : { after }),
          }),
        ),
      take(items) {
        const news = items.filter((one) => isNews(parts, account, one));
        note(parts, account, news, now);
        return news.length > 0;
      },
      arePast: (items) =>
        items.every(({ updatedAt }) => updatedAt !== undefined && updatedAt < now - watchedForMs),
    },
    pace,
    { now, mostPages },
  );
  return { calls, isRefused: failure?.reaction === 'permission' };
}

function isNews({ watch }: InboxParts, { id }: AccountFact, told: RemoteConversation): boolean {
  const known = watch.find(id, told.id);
  return (
    known?.heardAt !== (told.updatedAt ?? null) || known.counted !== (told.messageCount ?? null)
  );
}

function note(
  { watch, tools }: InboxParts,
  account: AccountFact,
  news: readonly RemoteConversation[],
  now: number,
): void {
  tools.transact(() => {
    for (const { id: objectId, updatedAt = now, messageCount = null } of news) {
      const place = { accountId: account.id, objectId, kind: 'conversation' as const };
      const told = { publishedAt: updatedAt, counted: messageCount, heardAt: updatedAt };
      watch.add({ ...place, ...told, nextAt: now });
    }
  });
}
