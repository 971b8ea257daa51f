import { setImmediate } from 'node:timers/promises';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { createKillPoint, type AtPoint } from '../db/kill-point.ts';
import { actOn, actsWithinMs } from './act-on.ts';
import { createAutomationParts, type AutomationParts } from './automation-parts.ts';
import type { AutomationUses } from './automation-uses.ts';
import type { SeenDeed } from './deed-store.ts';
import { undoDeed } from './undo-deed.ts';
import { presentDeed } from './present-deed.ts';
import { ruleCases } from './rules.ts';
import { presentSettings, type SettingsChange } from './settings.ts';
import { waitingCases } from './waiting.ts';
import { instantOfKey } from './waiting-reads.ts';

export type AutomationService = ReturnType<typeof automationService>;

const logPage = 50;
const takenAtOnce = 50;

/** What the studio does in the inbox by itself: rules, answers while nobody is there, and what it tells of
 *  waiting. */
export function automationService(
  tools: FeatureTools,
  uses: AutomationUses,
  atPoint: AtPoint = createKillPoint(),
) {
  const parts = createAutomationParts(tools, uses, atPoint);
  const { deeds, habits } = parts;
  const waiting = waitingCases(parts);
  let running: Promise<void> | undefined;
  let closed = false;

  /** Looks at what came, one comment a transaction; others have their turn in between. */
  async function lookThrough(): Promise<void> {
    for (;;) {
      const keys = deeds.waiting(takenAtOnce);
      if (keys.length === 0) return;
      for (const key of keys) {
        await setImmediate();
        if (closed) return;
        lookAtOne(parts, key);
      }
    }
  }

  function saveSettings(change: SettingsChange) {
    if (!isStop(change)) uses.requireKeeper();
    const { away } = change;
    if (away && Date.parse(away.to) <= Math.max(tools.clock.now(), Date.parse(away.from)))
      throw new Problem('away-past');
    habits.write(change);
    tools.events.changed('automation');
    return presentSettings(habits.read());
  }

  const present = (row: SeenDeed, language: Language) =>
    presentDeed(tools.say, row, language, uses.inbox.whyStays);

  function found(deedId: string): SeenDeed {
    const row = deeds.find(deedId);
    if (!row) throw new Problem('not-found');
    return row;
  }

  function log(
    { cursor, limit = logPage, ...query }: LogQuery,
    language: Language = tools.shopLanguage(),
  ) {
    const rows = deeds.page({ ...query, after: readCursor(cursor), limit: limit + 1 });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => present(row, language)),
      ...(last && { next: `${last.at} ${last.id}` }),
    };
  }

  function undo(deedId: string, language: Language = tools.shopLanguage()) {
    return tools.transact(() => {
      const row = found(deedId);
      deeds.setUndone(deedId, undoDeed(parts, row, tools.newId()));
      tools.events.changed('automation');
      return present(found(deedId), language);
    });
  }

  return {
    rules: ruleCases(parts),
    settings: () => presentSettings(habits.read()),
    saveSettings,
    log,
    undo,
    suggestion(threadId: string) {
      const row = deeds.suggestionOf(threadId);
      if (!row || row.text === null) return {};
      const { commentKey, text, ruleName } = row;
      return { commentId: String(commentKey), text, ruleName: ruleName ?? '' };
    },
    overdue: waiting.overdue,
    morning: waiting.morning,
    morningSeen: waiting.seen,
    /** Told by the inbox within the transaction that keeps new comments: what may be acted upon waits here. */
    noteTaken(keys: readonly bigint[]): void {
      const { on, away, closed: shut } = habits.read();
      if (!on || !(away || shut?.on || parts.rules.areOn())) return;
      const oldest = tools.clock.now() - actsWithinMs;
      for (const key of keys) if (instantOfKey(key) > oldest) deeds.wait(key);
    },
    /** Looks at what came and at who waits too long. */
    async tick(): Promise<void> {
      waiting.remind();
      running ??= lookThrough().finally(() => {
        running = undefined;
      });
      await running;
    },
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}

/** Everybody may stop what is done by itself. */
function isStop(change: SettingsChange): boolean {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return change.on === false && named.length === 1;
}

type LogQuery = {
  ruleId?: string | undefined;
  threadId?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

function readCursor(cursor: string | undefined): { at: number; id: string } | undefined {
  const [at = '', id = ''] = cursor?.split(' ') ?? [];
  return Number.isSafeInteger(Number(at)) && id !== '' ? { at: Number(at), id } : undefined;
}

/** A defect of ours must not be met again at every tick: that comment is left to people. */
function lookAtOne(parts: AutomationParts, key: bigint): void {
  const { tools, uses, deeds } = parts;
  try {
    const notes = actOn(parts, key);
    parts.atPoint('automation.A2');
    for (const { rule, person, text } of notes)
      uses.notify({ title: rule, body: person === '' ? text : `${person} : ${text}` });
  } catch (error) {
    uses.report(error);
    tools.transact(() => deeds.takeUp(key));
  }
}
