import type { RuleDeed } from '../../shared/contract/automation.ts';
import { absenceAt, wantsWord } from './absence.ts';
import type { AutomationParts } from './automation-parts.ts';
import type { ReadComment } from './comment-reads.ts';
import type { DeedRow } from './deed-store.ts';
import { doDeed, type DeedEnd } from './do-deed.ts';
import { judgeRule } from './judge-rule.ts';
import { lookAt, type Looked } from './look-at.ts';
import { isAnswer, planDeeds, slotOf } from './plan-deeds.ts';
import type { RuleRow } from './rule-store.ts';
import type { KeptSettings } from './settings.ts';

/** Nobody is answered by itself who wrote longer ago. */
export const actsWithinMs = 24 * 3_600_000;
const hourMs = 3_600_000;

type Doer = Pick<DeedRow, 'source' | 'ruleId'>;
/** What is told of on the screen. */
export type Note = { rule: string; person: string; text: string };

/** Networks tell seconds: what was written within that of a switch counts as written after it. */
const isSince = (writtenAt: number, since: number): boolean =>
  writtenAt >= Math.floor(since / 1000) * 1000;

/** Looks at one new comment and does what the rules say: deeds, their log and the mark that it was looked at
 *  are one transaction. Answers what is to be told once that is on disk. */
export function actOn(parts: AutomationParts, key: bigint): Note[] {
  const { deeds, reads, habits, tools } = parts;
  return tools.transact(() => {
    if (!deeds.takeUp(key)) return [];
    const settings = habits.read();
    const comment = reads.find(key);
    if (!comment || !mayAct(settings, comment, tools.clock.now())) return [];
    const looked = lookAt(parts, comment);
    const acting = actingOn(parts, settings, looked);
    const { isSettled, notes } = acting.byRules();
    if (!isSettled) acting.byAbsence();
    parts.atPoint('automation.A1');
    return notes;
  });
}

function mayAct({ on, onAt }: KeptSettings, comment: ReadComment, now: number): boolean {
  const { isMine, isAside, createdAt } = comment;
  if (!on || isMine || isAside) return false;
  return now - createdAt < actsWithinMs && isSince(createdAt, onAt);
}

function actingOn(parts: AutomationParts, settings: KeptSettings, looked: Looked) {
  const { deeds, reads, rules, tools } = parts;
  const { comment, facts, times } = looked;
  const now = tools.clock.now();
  const isFull = deeds.countSince(now - hourMs) >= settings.perHour;

  function log(doer: Doer, deed: RuleDeed, end: DeedEnd): void {
    deeds.insert({
      ...doer,
      id: tools.newId(),
      commentKey: comment.key,
      threadId: comment.threadId,
      accountId: comment.accountId,
      personId: comment.fromId,
      kind: deed.kind,
      slot: slotOf(deed),
      state: end.refusal === undefined ? 'done' : 'not-done',
      reason: end.refusal ?? null,
      text: end.text ?? null,
      madeId: end.madeId ?? null,
      before: end.before ?? null,
      at: now,
    });
    tools.events.changed('automation');
  }

  /** Nobody answers over a colleague, and no rule does. */
  const heldBack = (deed: RuleDeed): string | undefined =>
    isAnswer(deed.kind) && parts.uses.isHeld(comment.threadId) ? 'thread-claimed' : undefined;

  function act(doer: Doer, deed: RuleDeed, refusal = heldBack(deed)): boolean {
    const clientId = `${doer.source}:${comment.key}:${slotOf(deed)}`;
    const end = refusal === undefined ? doDeed(parts, deed, looked, clientId) : { refusal };
    log(doer, deed, end);
    return end.refusal === undefined;
  }

  const limitOf = ({ id, perHour }: RuleRow): string | undefined => {
    if (isFull) return 'limit-all';
    return deeds.countSince(now - hourMs, id) >= perHour ? 'limit-rule' : undefined;
  };

  return {
    /** Settled: somebody answered, or it was put aside. */
    byRules() {
      const isAnswered = reads.isAnswered(comment);
      const fitting = rules
        .all()
        .filter(
          ({ enabledAt, when }) =>
            enabledAt !== null && isSince(comment.createdAt, enabledAt) && judgeRule(when, facts),
        );
      const called = settings.mode === 'first' ? fitting.slice(0, 1) : fitting;
      const held = new Map(called.map((rule) => [rule, limitOf(rule)]));
      const by = (rule: RuleRow): Doer => ({ source: 'rule', ruleId: rule.id });
      for (const [rule, limit] of held)
        if (limit !== undefined) for (const deed of rule.deeds) act(by(rule), deed, limit);
      const free = called.filter((rule) => held.get(rule) === undefined);
      const notes: Note[] = [];
      let isSettled = isAnswered;
      for (const { rule, deed, refusal } of planDeeds(free, settings.mode, isAnswered)) {
        const isDone = act(by(rule), deed, refusal);
        if (!isDone) continue;
        isSettled ||= isAnswer(deed.kind) || deed.kind === 'hide' || deed.kind === 'spam';
        if (deed.kind === 'notify')
          notes.push({ rule: rule.name, person: comment.fromName, text: comment.text });
      }
      return { isSettled, notes };
    },

    /** One word to each person during an absence. */
    byAbsence(): void {
      const absence = absenceAt(settings, times, comment.createdAt, now);
      if (!absence || !wantsWord(facts)) return;
      const person = comment.fromId ?? comment.threadId;
      const { texts, way } = absence.answer;
      const deed: RuleDeed = { kind: way === 'private' ? 'private-reply' : 'reply', texts };
      const doer: Doer = { source: absence.source, ruleId: null };
      // Somebody is there for this person after all; their next words may find nobody.
      const held = heldBack(deed);
      if (held !== undefined) return void act(doer, deed, held);
      if (!deeds.greet(absence.name, comment.accountId, person, now)) return;
      act(doer, deed, isFull ? 'limit-all' : undefined);
    },
  };
}
