import { setImmediate } from 'node:timers/promises';
import type { KeepMonths, KeepRule } from '../../shared/contract/records.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { keepBefore } from './keep-before.ts';
import { keepStore, type KeepRow } from './keep-store.ts';
import type { RecordsUses } from './records-uses.ts';
import { rowEraser, type Erased } from './walk-rows.ts';

const dayMs = 86_400_000;
/** Keys of a millisecond, as comments have them. */
const keysPerMs = 4096n;
/** Comments looked at in one step; a step is one transaction. */
const stepComments = 200;
const countedAtOnce = 10_000;

/** Removes what is older than a shop wants to keep: once a day, in small steps, on from where a studio before
 *  this one stopped. The networks keep what they have. */
export function keeping(uses: RecordsUses) {
  const { tools, inbox } = uses;
  const store = keepStore(tools.db);
  let rules = store.all();
  let accounts = accountsByShop(uses);
  const stopListening = tools.events.on((event) => {
    if (event.type === 'changed' && (event.topic === 'shop' || event.topic === 'accounts'))
      accounts = accountsByShop(uses);
  });
  let working: Promise<void> | undefined;
  let closed = false;

  const accountsOf = (shopId: string): string[] => accounts.get(shopId) ?? [];
  const reread = (): void => {
    rules = store.all();
  };

  function view(): { rules: KeepRule[] } {
    return {
      rules: uses.listShops().map(({ id, name }) => {
        const row = rules.find(({ shopId }) => shopId === id);
        return {
          shopId: id,
          shopName: name,
          running: row?.beforeKey != null,
          ...(row && { months: row.months }),
          ...(row?.lastAt != null && {
            last: { at: new Date(row.lastAt).toISOString(), comments: row.lastRemoved ?? 0 },
          }),
        };
      }),
    };
  }

  async function preview(shopId: string, months: KeepMonths) {
    const before = keepBefore(tools.clock.now(), months);
    const to = BigInt(before) * keysPerMs;
    const sum = { comments: 0, held: 0 };
    for (let from = 0n; from < to;) {
      const next = store.ceiling(from, countedAtOnce) ?? to;
      const step = store.counted(accountsOf(shopId), from, next < to ? next : to);
      sum.comments += step.comments - step.held;
      sum.held += step.held;
      from = next;
      await setImmediate();
    }
    return { ...sum, before: new Date(before).toISOString() };
  }

  function set(wish: {
    shopId: string;
    months?: KeepMonths | undefined;
    clientId?: string | undefined;
  }) {
    uses.requireOwner();
    if (!uses.listShops().some(({ id }) => id === wish.shopId)) throw new Problem('not-found');
    const answer = tools.applyOnce('records/setKeeping', wish.clientId, () => {
      if (wish.months === undefined) store.drop(wish.shopId);
      else store.put(wish.shopId, wish.months);
      reread();
      return view();
    });
    tick(tools.clock.now());
    return answer;
  }

  /** One step of a look; false at its end. */
  function step({
    shopId,
    beforeKey,
    fromKey,
  }: KeepRow & { beforeKey: bigint; fromKey: bigint }): boolean {
    return tools.transact(() => {
      const next = store.ceiling(fromKey, stepComments);
      const to = next === undefined || next > beforeKey ? beforeKey : next;
      const old = store.old(accountsOf(shopId), fromKey, to);
      if (old.length > 0) removeComments(old);
      store.advance(shopId, to, old.length);
      if (to === beforeKey) store.end(shopId, tools.clock.now());
      reread();
      if (to === beforeKey) tools.events.changed('records');
      return to !== beforeKey;
    });
  }

  function removeComments(old: ReturnType<typeof store.old>): void {
    const erased: Erased = new Map();
    const rows = rowEraser(tools.db, erased);
    rows.whole({ table: 'comments', column: 'key' }, `[${old.map(({ key }) => key).join(',')}]`);
    const threadIds = JSON.stringify([...new Set(old.map(({ threadId }) => threadId))]);
    const emptied = store.emptied(threadIds);
    rows.whole({ table: 'threads', column: 'id' }, emptied);
    const gone = new Set(JSON.parse(emptied) as string[]);
    inbox.refreshThreads((JSON.parse(threadIds) as string[]).filter((id) => !gone.has(id)));
    inbox.dropWords(old.flatMap(({ text, fromName }) => [text, fromName]));
  }

  /** Goes on with looks that are open, one after the other. */
  async function work(): Promise<void> {
    for (;;) {
      const open = rules.find(({ beforeKey }) => beforeKey !== null);
      if (!open || open.beforeKey === null || open.fromKey === null || closed) return;
      const goesOn = step({ ...open, beforeKey: open.beforeKey, fromKey: open.fromKey });
      if (!goesOn) await uses.pictures.sweep();
      await setImmediate();
    }
  }

  function tick(now: number): void {
    for (const { shopId, months, beforeKey, lastAt } of rules)
      if (beforeKey === null && (lastAt === null || now - lastAt >= dayMs))
        store.begin(shopId, BigInt(keepBefore(now, months)) * keysPerMs);
    reread();
    working ??= work()
      .catch(uses.report)
      .finally(() => {
        working = undefined;
      });
  }

  return {
    view,
    preview,
    set,
    tick,
    /** What is older than its shop keeps is not taken in again. */
    isTooOld(accountId: string, createdAt: number): boolean {
      const rule = rules.find(({ shopId }) => accountsOf(shopId).includes(accountId));
      return rule !== undefined && createdAt < keepBefore(tools.clock.now(), rule.months);
    },
    idle: (): Promise<void> => working ?? Promise.resolve(),
    async close(): Promise<void> {
      closed = true;
      stopListening();
      await working;
    },
  };
}

const accountsByShop = (uses: RecordsUses) =>
  new Map(uses.listShops().map(({ id, accountIds }) => [id, accountIds]));
