import { expect, test } from 'vitest';
import { describeRule, type Say } from './describe-rule.ts';

const say: Say = (key, params) => (params ? `${key} ${Object.values(params).join(' ')}` : key);
const lists = (words: readonly string[], kind: string) => words.join(` ${kind} `);

test('says in one line what a rule asks for and does', () => {
  const rule = describeRule(
    {
      when: {
        words: ['prix', 'combien'],
        intents: ['price', 'spam'],
        postIds: ['a', 'b'],
        hours: { from: '19:00', to: '09:00', weekdays: [] },
        isFirst: true,
      },
      deeds: [{ kind: 'tag', tag: 'vip' }, { kind: 'hide' }],
    },
    say,
    lists,
  );
  expect(rule.when.split(' · ')).toEqual([
    'if.words quoted prix or quoted combien',
    'replies:intents.price or when.spam',
    'if.posts 2',
    'if.hours 19:00 09:00 ',
    'if.isFirst',
  ]);
  expect(rule.deeds).toBe('deedShort.tag vip and deedShort.hide');
});

test('a rule that asks for nothing is for every comment', () => {
  expect(describeRule({ when: {}, deeds: [{ kind: 'notify' }] }, say, lists).when).toBe('always');
});
