import { assumedHours, lastPause, openTimeBefore } from '../../shared/rules/opening-times.ts';
import type { AutomationParts } from './automation-parts.ts';
import { instantOfKey, waitingReads } from './waiting-reads.ts';

const minuteMs = 60_000;
/** Shut for as long is a night, not a lunch. */
const nightMs = 6 * 60 * minuteMs;

const iso = (at: number) => new Date(at).toISOString();

type Late = { accountIds: string[]; before: number };

/** Who waits longer than the shop wishes, and what came while it was shut. */
export function waitingCases({ tools, uses, habits }: AutomationParts) {
  const reads = waitingReads(tools.db);

  /** Accounts of shops that keep the same hours wait alike. */
  function lateGroups(): Late[] {
    const { goal } = habits.read();
    const now = tools.clock.now();
    const groups = new Map<string, Late>();
    for (const { id } of uses.listAccounts()) {
      const { shopId, zone, times } = uses.timesOf(id);
      const group = groups.get(shopId);
      if (group) group.accountIds.push(id);
      else {
        const hours = goal.openOnly ? times : [];
        const before = openTimeBefore(hours, zone, now, goal.minutes * minuteMs);
        groups.set(shopId, { accountIds: [id], before });
      }
    }
    return [...groups.values()];
  }

  /** From when the shop was last shut for a night, or somebody last looked, until it opened. */
  function nightOf(shopId: string | undefined, now: number) {
    const { zone, times } = uses.timesOfShop(shopId);
    const night =
      lastPause(times, zone, now, nightMs) ?? lastPause(assumedHours, zone, now, nightMs);
    const from = Math.max(night?.from ?? now, habits.seenAt());
    return { from, to: Math.max(from, night?.to ?? now) };
  }

  return {
    overdue() {
      const { goal } = habits.read();
      const groups = goal.on ? lateGroups() : [];
      return {
        minutes: goal.minutes,
        threads: groups.reduce(
          (sum, { accountIds, before }) => sum + reads.countLate(accountIds, before),
          0,
        ),
        before: groups.flatMap(({ accountIds, before }) =>
          accountIds.map((accountId) => ({ accountId, at: iso(before) })),
        ),
      };
    },

    /** Tells once of each who began to wait too long. */
    remind(): void {
      const { goal } = habits.read();
      if (!goal.on) return;
      const count = tools.transact(() =>
        lateGroups().reduce(
          (sum, { accountIds, before }) => sum + reads.tell(accountIds, before),
          0,
        ),
      );
      if (count === 0) return;
      tools.events.changed('automation');
      const say = (key: string) =>
        tools.say(tools.shopLanguage(), `automation:late.${key}`, {
          count,
          goal: goalOf(goal.minutes),
        });
      uses.notify({ title: say('title'), body: say('body') });
    },

    morning(shopId?: string) {
      const { from, to } = nightOf(shopId, tools.clock.now());
      const accountIds = uses
        .listAccounts()
        .map(({ id }) => id)
        .filter((id) => shopId === undefined || uses.timesOf(id).shopId === shopId);
      const { intents, threads, answered } = reads.overnight(accountIds, from, to);
      const total = intents.reduce((sum, { n }) => sum + n, 0);
      return {
        since: iso(from),
        fresh: total > 0,
        threads: total,
        waiting: intents.reduce((sum, { waits }) => sum + waits, 0),
        answered,
        intents: intents.map(({ intent, n }) => ({ intent, count: n })),
        items: threads.map(({ id, intent, lastKey, ...thread }) => ({
          ...thread,
          threadId: id,
          ...(intent !== null && { intent }),
          at: iso(instantOfKey(lastKey)),
        })),
      };
    },

    seen(): { ok: true } {
      habits.setSeen();
      tools.events.changed('automation');
      return { ok: true };
    },
  };
}

/** `2 h`, `45 min`, `1 h 30`. */
function goalOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
