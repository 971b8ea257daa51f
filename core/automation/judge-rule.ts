import type { RuleWhen } from '../../shared/contract/automation.ts';
import { hasWord } from './has-word.ts';

/** What is known of a comment when rules look at it. */
export type CommentFacts = {
  text: string;
  intent: string;
  language: string;
  accountId: string;
  /** The studio's post under which it stands. */
  postId?: string | undefined;
  kind: 'comment' | 'mention' | 'message';
  /** Wall time in the shop when it was written: `2026-11-26T18:30`. */
  wall: string;
  /** The first that this person wrote to the account. */
  isFirst: boolean;
};

/** Does all that a rule asks for hold? What it does not ask for, holds. */
export function judgeRule(when: RuleWhen, facts: CommentFacts): boolean {
  const { words = [], intents = [], languages = [], accountIds = [], postIds = [] } = when;
  return (
    isAmong(intents, facts.intent) &&
    isAmong(languages, facts.language) &&
    isAmong(accountIds, facts.accountId) &&
    isAmong(postIds, facts.postId) &&
    isAmong(when.kinds ?? [], facts.kind) &&
    (when.isFirst !== true || facts.isFirst) &&
    (when.hours === undefined || isWithin(when.hours, facts.wall)) &&
    (words.length === 0 || words.some((word) => hasWord(facts.text, word)))
  );
}

function isAmong(named: readonly string[], value: string | undefined): boolean {
  return named.length === 0 || (value !== undefined && named.includes(value));
}

/** A stretch past midnight belongs to the day on which it begins. */
function isWithin({ from, to, weekdays }: NonNullable<RuleWhen['hours']>, wall: string): boolean {
  const [date = '', time = ''] = wall.split('T');
  const today = weekdayOf(date);
  const isOn = (weekday: number) => weekdays.length === 0 || weekdays.includes(weekday);
  if (from < to) return isOn(today) && time >= from && time < to;
  const yesterday = today === 1 ? 7 : today - 1;
  return (time >= from && isOn(today)) || (time < to && isOn(yesterday));
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
