import { z } from 'zod';
import { automationSettings, type AutomationSettings } from '../../shared/contract/automation.ts';
import { withoutGaps } from '../../shared/rules/plain-records.ts';
import type { Settings } from '../db/settings.ts';

const kept = automationSettings.extend({
  /** UTC ms since which each acts: what was written before is left alone. */
  onAt: z.number(),
  awayAt: z.number(),
  closedAt: z.number(),
});
export type KeptSettings = z.infer<typeof kept>;

export type SettingsChange = {
  [K in keyof AutomationSettings]?: AutomationSettings[K] | null | undefined;
};

const name = 'automation';
const seenName = 'automation.morningSeen';

/** As long as nobody said otherwise: rules may act once there are some, nothing is told of. */
const untouched: KeptSettings = {
  on: true,
  mode: 'first',
  perHour: 60,
  goal: { on: false, minutes: 120, openOnly: true },
  onAt: 0,
  awayAt: 0,
  closedAt: 0,
};

export type AutomationHabits = ReturnType<typeof automationHabits>;

/** What holds for all rules, kept under one name in the table of settings. */
export function automationHabits(settings: Settings, now: () => number) {
  const read = (): KeptSettings => ({
    ...untouched,
    ...withoutGaps(kept.partial().parse(settings.get(name) ?? {})),
  });

  /** What is switched on or worded anew begins now. */
  function write(change: SettingsChange): void {
    const before = read();
    const at = now();
    const { away = before.away, closed = before.closed, ...plain } = change;
    const next = {
      ...before,
      ...withoutGaps(plain),
      away: away ?? undefined,
      closed: closed ?? undefined,
    };
    settings.set(name, {
      ...next,
      onAt: next.on && !before.on ? at : before.onAt,
      awayAt: next.away && next.away.from !== before.away?.from ? at : before.awayAt,
      closedAt: next.closed?.on && !before.closed?.on ? at : before.closedAt,
    });
  }

  return {
    read,
    write,
    /** UTC ms of the last look through what came overnight. */
    seenAt: () => settings.get<number>(seenName) ?? 0,
    setSeen: () => settings.set(seenName, now()),
  };
}

/** Without what only the studio needs to know. */
export function presentSettings({ on, mode, perHour, away, closed, goal }: KeptSettings) {
  return { on, mode, perHour, goal, ...(away && { away }), ...(closed && { closed }) };
}
