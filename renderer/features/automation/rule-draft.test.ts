import { expect, test } from 'vitest';
import { ruleContent } from '../../../shared/contract/automation.ts';
import { blankDeed, blankRule, deedKinds, lackOf, readWords, tidyRule } from './rule-draft.ts';

test('says what a rule lacks', () => {
  const named = { ...blankRule, name: 'Prix' };
  expect(lackOf(blankRule)).toBe('name');
  expect(lackOf({ ...named, deeds: [] })).toBe('deeds');
  for (const kind of deedKinds) {
    const isPlain = ['order', 'hide', 'spam', 'notify'].includes(kind);
    expect(lackOf({ ...named, deeds: [blankDeed(kind)] }), kind).toBe(
      isPlain ? undefined : 'words',
    );
  }
});

test('is what the contract takes once it lacks nothing', () => {
  const rule = tidyRule({
    ...blankRule,
    name: ' Prix ',
    deeds: [{ kind: 'reply', texts: { fr: 'Bonjour', en: ' ' } }, { kind: 'hide' }],
  });
  expect(ruleContent.parse(rule)).toEqual(rule);
  expect(rule).toMatchObject({ name: 'Prix', deeds: [{ texts: { fr: 'Bonjour' } }, {}] });
  expect(Object.keys(rule.deeds[0] && 'texts' in rule.deeds[0] ? rule.deeds[0].texts : {})).toEqual(
    ['fr'],
  );
});

test('reads words as they are listed', () => {
  expect(readWords(' prix, combien ;prix\nclick and collect,, ')).toEqual([
    'prix',
    'combien',
    'click and collect',
  ]);
});
