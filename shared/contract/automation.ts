import { z } from 'zod';
import {
  clientId,
  cursor,
  empty,
  id,
  instant,
  limit,
  network,
  ok,
  outboxState,
  procedure,
  reason,
} from './shapes.ts';
import { replyIntent, replyLanguage } from './saved-replies.ts';

const count = z.number().int();
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a customer may want, as the studio tells it apart: `shared/language`. */
export const commentIntent = z.enum([...replyIntent.options, 'spam', 'other']);

/** The same words in as many languages as they were written in, with variables such as `{first_name}`. */
export const ruleTexts = z
  .partialRecord(replyLanguage, z.string().max(2000))
  .refine((texts) => Object.values(texts).some((text) => text.trim() !== ''));
export type RuleTexts = z.infer<typeof ruleTexts>;

/** All that is given has to hold. */
export const ruleWhen = z.object({
  /** Any of these; accents, case and a plural's end are forgiven, `*` at the end stands for any end. */
  words: z.array(z.string().min(1).max(60)).max(50).optional(),
  intents: z.array(commentIntent).max(11).optional(),
  languages: z.array(replyLanguage).max(8).optional(),
  accountIds: z.array(id).max(200).optional(),
  /** Posts of the studio. */
  postIds: z.array(id).max(200).optional(),
  kinds: z
    .array(z.enum(['comment', 'mention', 'message']))
    .max(3)
    .optional(),
  /** By the clocks of the account's shop; past midnight where `to` is not later than `from`. Weekdays are
   *  those on which it begins; none named: every day. */
  hours: z
    .object({
      from: wallTime,
      to: wallTime,
      weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    })
    .optional(),
  /** The first that this person wrote to the account. */
  isFirst: z.boolean().optional(),
});
export type RuleWhen = z.infer<typeof ruleWhen>;

export const ruleDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('suggest'), texts: ruleTexts }),
  z.object({ kind: z.literal('reply'), texts: ruleTexts }),
  z.object({ kind: z.literal('private-reply'), texts: ruleTexts }),
  z.object({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(40) }),
  z.object({ kind: z.literal('assign'), personId: id }),
  z.object({ kind: z.literal('hide') }),
  z.object({ kind: z.literal('spam') }),
  z.object({ kind: z.literal('order') }),
  z.object({ kind: z.literal('notify') }),
]);
export type RuleDeed = z.infer<typeof ruleDeed>;

const perHour = z.number().int().min(1).max(1000);

export const ruleContent = z.object({
  name: z.string().trim().min(1).max(80),
  when: ruleWhen,
  deeds: z.array(ruleDeed).min(1).max(6),
  /** Comments it may act upon within an hour. */
  perHour,
});
export type RuleContent = z.infer<typeof ruleContent>;

export const rule = ruleContent.extend({
  id,
  enabled: z.boolean(),
  /** What it does now was tried on real comments. */
  tried: z.boolean(),
  /** Comments it acted upon within the last 24 hours. */
  today: count,
  updatedAt: instant,
});
export type Rule = z.infer<typeof rule>;

export const deedKind = z.enum([
  'suggest',
  'reply',
  'private-reply',
  'tag',
  'assign',
  'hide',
  'spam',
  'order',
  'notify',
]);
export type DeedKind = z.infer<typeof deedKind>;

/** What was done to a comment by itself, or was not and why. */
export const deed = z.object({
  id,
  /** A rule, the answer of an away period, or that of closed hours. */
  source: z.enum(['rule', 'away', 'closed']),
  ruleId: id.optional(),
  ruleName: z.string().optional(),
  commentId: id,
  threadId: id,
  accountId: id,
  person: z.string(),
  /** What the customer wrote. */
  comment: z.string(),
  kind: deedKind,
  state: z.enum(['done', 'not-done', 'undone']),
  /** Why it was not done. */
  reason: reason.optional(),
  /** What was said, or the tag. */
  text: z.string().optional(),
  /** Of an answer: how far it got. */
  sending: outboxState.optional(),
  canUndo: z.boolean(),
  /** Taking it back withdraws what has not left, changes something on the network, or stays here. */
  undoWay: z.enum(['withdraw', 'network', 'here']).optional(),
  /** Why it cannot be taken back. */
  undoWhy: reason.optional(),
  /** How far the taking back got that the network has to do. */
  undoing: outboxState.optional(),
  at: instant,
});
export type Deed = z.infer<typeof deed>;

/** One comment a rule would act upon. */
export const trialMatch = z.object({
  commentId: id,
  threadId: id,
  person: z.string(),
  text: z.string(),
  at: instant,
  deeds: z.array(
    z.object({
      kind: deedKind,
      /** What would be said, or the tag. */
      text: z.string().optional(),
      /** Why it would not be done. */
      reason: reason.optional(),
    }),
  ),
});

const awayAnswer = z.object({ texts: ruleTexts, way: z.enum(['public', 'private']) });

export const automationSettings = z.object({
  /** The one switch: off, nothing is done by itself. */
  on: z.boolean(),
  /** Of rules that fit, the first alone or all of them; never do two of them answer. */
  mode: z.enum(['first', 'all']),
  /** Comments acted upon within an hour, by all rules and answers together. */
  perHour,
  /** Nobody is there from one instant to the other; ends by itself. */
  away: awayAnswer.extend({ from: instant, to: instant }).optional(),
  /** Answered outside the opening hours of the account's shop. */
  closed: awayAnswer.extend({ on: z.boolean() }).optional(),
  /** How long a customer waits at most; by opening hours where `openOnly` and the shop has said them. */
  goal: z.object({
    on: z.boolean(),
    minutes: z.number().int().min(5).max(10_080),
    openOnly: z.boolean(),
  }),
});
export type AutomationSettings = z.infer<typeof automationSettings>;

const rules = z.object({ items: z.array(rule) });
const one = z.object({ ruleId: id, clientId });

/** What the studio does in the inbox by itself, and what it tells of waiting. */
export const automation = {
  settings: procedure('/automation/settings').input(empty).output(automationSettings),
  /** Leaves as it is what is not named; `null` takes an answer away. */
  saveSettings: procedure('/automation/saveSettings')
    .input(
      automationSettings.partial().extend({
        away: automationSettings.shape.away.nullable(),
        closed: automationSettings.shape.closed.nullable(),
        clientId,
      }),
    )
    .output(automationSettings),
  rules: procedure('/automation/rules').input(empty).output(rules),
  /** A new rule is last and off. One whose conditions or deeds change is switched off until it was tried. */
  saveRule: procedure('/automation/saveRule')
    .input(ruleContent.extend({ ruleId: id.optional(), clientId }))
    .output(rule),
  removeRule: procedure('/automation/removeRule').input(one).output(ok),
  restoreRule: procedure('/automation/restoreRule').input(one).output(ok),
  /** In the order in which they are looked at. */
  orderRules: procedure('/automation/orderRules')
    .input(z.object({ ruleIds: z.array(id).max(200), clientId }))
    .output(rules),
  /** What the rule would do to the last 500 comments; does nothing. */
  tryRule: procedure('/automation/tryRule')
    .input(z.object({ ruleId: id }))
    .output(z.object({ looked: count, matched: count, matches: z.array(trialMatch) })),
  /** Refused with `rule-not-tried` where what it does now was not tried, unless `untried`. */
  switchRule: procedure('/automation/switchRule')
    .input(one.extend({ enabled: z.boolean(), untried: z.boolean().optional() }))
    .output(rule),
  log: procedure('/automation/log')
    .input(z.object({ ruleId: id.optional(), threadId: id.optional(), cursor, limit }).optional())
    .output(z.object({ items: z.array(deed), next: z.string().optional() })),
  undo: procedure('/automation/undo')
    .input(z.object({ deedId: id, clientId }))
    .output(deed),
  /** The newest suggestion that a rule left for a thread's words that wait. */
  suggestion: procedure('/automation/suggestion')
    .input(z.object({ threadId: id }))
    .output(z.object({ commentId: id, text: z.string(), ruleName: z.string() }).partial()),
  /** What came since the shop closed, the most urgent first. */
  morning: procedure('/automation/morning')
    .input(z.object({ shopId: id.optional() }).optional())
    .output(
      z.object({
        since: instant,
        /** Nobody looked through it yet. */
        fresh: z.boolean(),
        threads: count,
        /** Of them, those that still wait for an answer. */
        waiting: count,
        /** Answered by rules and away answers. */
        answered: count,
        intents: z.array(z.object({ intent: z.string(), count })),
        items: z.array(
          z.object({
            threadId: id,
            network,
            person: z.string(),
            snippet: z.string(),
            intent: z.string().optional(),
            waits: z.boolean(),
            at: instant,
          }),
        ),
      }),
    ),
  morningSeen: procedure('/automation/morningSeen')
    .input(z.object({ clientId }).optional())
    .output(ok),
  /** Who waits longer than the goal: of each account, whoever waits since before. */
  overdue: procedure('/automation/overdue')
    .input(empty)
    .output(
      z.object({
        minutes: count,
        threads: count,
        before: z.array(z.object({ accountId: id, at: instant })),
      }),
    ),
};
