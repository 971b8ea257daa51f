import { Problem } from '../../shared/contract/problem.ts';
import type { InboxParts } from './inbox-parts.ts';
import { afterLook, ask, isSetAgain, splitReason, unsettledPatienceMs } from './outbox-step.ts';
import type { Sending } from './check-before.ts';
import { limitOf } from './outbox-rows.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { reconcileItem } from './reconcile-item.ts';
import { sendItem } from './send-item.ts';
import { stand } from './settle-item.ts';

export type OutboxEngine = {
  /** Takes the next step of everything that is due. */
  tick(): Promise<void>;
  /** What an earlier run left in the middle of a call may have been made. */
  recover(): void;
  /** Resolves when no step is under way. */
  idle(): Promise<void>;
};

const mostRounds = 50;

/** Sends what waits: first in first out within a thread, threads side by side, each visible call at
 *  most once per intent. */
export function createOutboxEngine(parts: InboxParts): OutboxEngine {
  const { outbox, uses, tools, comments, threads } = parts;
  let running: Promise<void> | undefined;
  let again = false;

  const wait = (reasonCode: string, until?: number): Standing => ({
    state: 'waiting',
    nextAt: until ?? 0,
    reasonCode,
    reasonUntil: until,
  });

  /** Why the network cannot even be read for the account just now; undefined when it can. */
  function readObstacle(row: OutboxRow, now: number): Standing | undefined {
    if (!uses.isOnline()) return wait('offline');
    const account = uses.readAccount(row.accountId);
    if (!account) return { state: 'refused', nextAt: null, reasonCode: 'account-gone' };
    if (account.health === 'sign-in') return wait('sign-in');
    const until = uses.pausedUntil(row.accountId, limitOf(row));
    return until !== undefined && until > now ? wait('throttled', until) : undefined;
  }

  /** Why nothing may be sent for the account just now; undefined when it may. */
  function obstacle(row: OutboxRow, now: number): Standing | undefined {
    const health = uses.readAccount(row.accountId)?.health;
    const isKept = health === 'permission' || health === 'restricted';
    return readObstacle(row, now) ?? (isKept ? wait(health) : undefined);
  }

  async function sendingOf(row: OutboxRow): Promise<Sending | undefined> {
    const account = uses.readAccount(row.accountId);
    const parent = comments.find(row.commentKey);
    const thread = threads.find(row.threadId);
    if (!account || !parent || !thread) return undefined;
    return { account, parent, thread, client: await uses.clientFor(row.accountId) };
  }

  function hold(row: OutboxRow, standing: Standing): void {
    const isSame =
      row.state === standing.state &&
      splitReason(row.reasonCode ?? '').code === standing.reasonCode &&
      row.nextAt === standing.nextAt;
    if (!isSame) stand(parts, row, standing);
  }

  /** Unclear stays unclear while it cannot be read, but not in silence: a person is asked, and
   *  looking goes on as soon as it can. */
  function askUnread(row: OutboxRow, now: number): void {
    if (isSetAgain(row)) return;
    const doubtAt = row.doubtAt ?? now;
    if (row.questionCode !== null || now - doubtAt < unsettledPatienceMs) return;
    stand(parts, row, { ...ask('outcome-unknown', doubtAt), nextAt: 0 });
  }

  async function step(row: OutboxRow): Promise<void> {
    const now = tools.clock.now();
    if (row.state === 'uncertain') {
      if (readObstacle(row, now)) askUnread(row, now);
      else await withClient(row, (sending) => reconcileItem(parts, row, sending));
      return;
    }
    const standing = obstacle(row, now);
    if (standing) hold(row, standing);
    else await withClient(row, (sending) => sendItem(parts, row, sending));
  }

  async function withClient(
    row: OutboxRow,
    work: (sending: Sending) => Promise<void>,
  ): Promise<void> {
    try {
      const sending = await sendingOf(row);
      if (sending) await work(sending);
      else hold(row, { state: 'refused', nextAt: null, reasonCode: 'comment-gone' });
    } catch (error) {
      setAside(row, error);
    }
  }

  /** A defect of ours: an item with an intent is never sent again for that. */
  function setAside(row: OutboxRow, error: unknown): void {
    const now = tools.clock.now();
    const current = outbox.find(row.id) ?? row;
    if (error instanceof Problem && error.code === 'token-missing') {
      // What may have left is never sent again for want of a token.
      if (current.state === 'uncertain') return askUnread(current, now);
      return hold(current, { state: 'waiting', nextAt: now + 60_000, reasonCode: 'sign-in' });
    }
    uses.report(error);
    if (current.state === 'sending')
      stand(parts, current, { state: 'uncertain', nextAt: now + 5_000, doubtAt: now });
    else if (current.state === 'uncertain') stand(parts, current, afterLook(current, now));
    else
      stand(parts, current, { state: 'waiting', nextAt: now + 60_000, reasonCode: 'network-busy' });
  }

  async function allSteps(rows: OutboxRow[]): Promise<void> {
    const ends = await Promise.allSettled(rows.map((row) => step(row)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  function recover(): void {
    const now = tools.clock.now();
    for (const row of outbox.sending()) {
      stand(parts, row, { state: 'uncertain', nextAt: now, doubtAt: now });
    }
  }

  async function round(): Promise<void> {
    // Steps of an earlier round are over: a call whose outcome the disk did not take is unclear.
    recover();
    for (let count = 0; count < mostRounds; count += 1) {
      const before = outbox.due(tools.clock.now());
      if (before.length === 0) return;
      await allSteps(before);
      const left = new Set(outbox.due(tools.clock.now()).map((row) => `${row.id} ${row.state}`));
      // Nothing moved: what is still due waits for the line, not for us.
      if (
        before.every((row) => left.has(`${outbox.find(row.id)?.id} ${outbox.find(row.id)?.state}`))
      )
        return;
    }
  }

  function tick(): Promise<void> {
    if (running) again = true;
    running ??= (async () => {
      do {
        again = false;
        await round();
      } while (again);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    tick,
    async idle() {
      await running;
    },
    recover,
  };
}
