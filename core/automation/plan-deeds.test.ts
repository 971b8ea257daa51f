import { expect, test } from 'vitest';
import type { RuleDeed } from '../../shared/contract/automation.ts';
import { planDeeds } from './plan-deeds.ts';

const texts = { fr: 'Merci' };
const reply: RuleDeed = { kind: 'reply', texts };
const privately: RuleDeed = { kind: 'private-reply', texts };
const tag = (name: string): RuleDeed => ({ kind: 'tag', tag: name });
const rule = (name: string, ...deeds: RuleDeed[]) => ({ name, deeds });

type Rules = ReturnType<typeof rule>[];
const planOf = (rules: Rules, mode: 'first' | 'all', isAnswered = false) =>
  planDeeds(rules, mode, isAnswered).map(
    ({ rule: by, slot, refusal }) => `${by.name} ${slot}${refusal ? ` (${refusal})` : ''}`,
  );

test.each<[string, Rules, 'first' | 'all', boolean, string[]]>([
  ['no rule fits', [], 'all', false, []],
  ['only the first acts', [rule('a', tag('vip')), rule('b', reply)], 'first', false, ['a tag:vip']],
  [
    'all act, one answers',
    [rule('a', tag('vip')), rule('b', reply), rule('c', reply, tag('new'))],
    'all',
    false,
    ['a tag:vip', 'b reply', 'c reply (answered)', 'c tag:new'],
  ],
  [
    'a public and a private answer are one rule’s, not two rules’',
    [rule('a', privately, reply), rule('b', privately)],
    'all',
    false,
    ['a reply', 'a private-reply', 'b private-reply (answered)'],
  ],
  [
    'what a person answered is left alone, the rest is done',
    [rule('a', reply, tag('vip'))],
    'first',
    true,
    ['a reply (answered)', 'a tag:vip'],
  ],
  [
    'an answer leaves before the comment is hidden',
    [rule('a', { kind: 'hide' }, reply)],
    'first',
    false,
    ['a reply', 'a hide'],
  ],
  [
    'nobody answers what an earlier rule put aside',
    [rule('a', { kind: 'spam' }), rule('b', reply)],
    'all',
    false,
    ['a spam', 'b reply (put-aside)'],
  ],
  [
    'nothing is done twice',
    [rule('a', tag('vip'), { kind: 'hide' }), rule('b', tag('vip'), tag('x'), { kind: 'hide' })],
    'all',
    false,
    ['a tag:vip', 'a hide', 'b tag:vip (done-already)', 'b tag:x', 'b hide (done-already)'],
  ],
  [
    'what was refused stands in nobody’s way',
    [rule('a', reply), rule('b', { kind: 'hide' }), rule('c', { kind: 'hide' })],
    'all',
    true,
    ['a reply (answered)', 'b hide', 'c hide (done-already)'],
  ],
])('plans what is done to a comment: %s', (_, rules, mode, isAnswered, expected) => {
  expect(planOf(rules, mode, isAnswered)).toEqual(expected);
});
