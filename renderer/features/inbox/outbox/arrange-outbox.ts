import type { OutboxItem } from '../../../../shared/contract/inbox-deeds.ts';

/** What waits of one account, threads together, each in its order. */
export type Lane = {
  accountId: string;
  account: string;
  network: 'facebook' | 'instagram';
  items: OutboxItem[];
};

export type Arranged = { asks: OutboxItem[]; lanes: Lane[]; refused: OutboxItem[] };

/** What somebody must decide first, then what waits by account, then what was refused. */
export function arrangeOutbox(items: readonly OutboxItem[]): Arranged {
  const waiting = items.filter(({ state, question }) => state !== 'refused' && !question);
  const lanes = new Map<string, Lane>();
  for (const ofThread of Map.groupBy(waiting, ({ threadId }) => threadId).values()) {
    const [first] = ofThread;
    if (!first) continue;
    const { accountId, account = '', network = 'facebook' } = first;
    const lane = lanes.get(accountId) ?? { accountId, account, network, items: [] };
    lane.items.push(...ofThread);
    lanes.set(accountId, lane);
  }
  return {
    asks: items.filter(({ question }) => question !== undefined),
    lanes: [...lanes.values()],
    refused: items.filter(({ state, question }) => state === 'refused' && !question),
  };
}

const isMovable = ({ state }: OutboxItem) => state === 'queued' || state === 'waiting';

/** The new order of a thread when one of its items goes one place up (-1) or down (1); undefined where it
 *  cannot: something on its way, or another thread, is no place. */
export function moveInThread(
  items: readonly OutboxItem[],
  id: string,
  by: -1 | 1,
): { threadId: string; ids: string[] } | undefined {
  const threadId = items.find((item) => item.id === id)?.threadId;
  if (threadId === undefined) return undefined;
  const ids = items
    .filter((item) => item.threadId === threadId && isMovable(item))
    .map((item) => item.id);
  const from = ids.indexOf(id);
  const other = ids[from + by];
  if (from < 0 || other === undefined) return undefined;
  ids[from] = other;
  ids[from + by] = id;
  return { threadId, ids };
}
