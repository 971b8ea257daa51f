import { expect, test } from 'vitest';
import type { RuleWhen } from '../../shared/contract/automation.ts';
import { hasWord } from './has-word.ts';
import { judgeRule, type CommentFacts } from './judge-rule.ts';

test.each([
  ['Le PRIX du géranium ?', 'geranium', true],
  ['Trois géraniums', 'Géranium', true],
  ['des bureaux en bois', 'bureau', true],
  ['géranium-lierre', 'lierre', true],
  ['C’est combien', 'combien', true],
  ['prixfixe', 'prix', false],
  ['les livres', 'livraison', false],
  ['vous livrez ?', 'livr*', true],
  ['click and collect ?', 'click and collect', true],
  ['collect and click', 'click and collect', false],
  ['un bus', 'bu', false],
  ['Merci ❤️', '❤️', true],
  ['Merci', '❤️', false],
  ['Merci', '   ', false],
  ['a.b', '.*', false],
])('looks for words: %s / %s', (text, word, expected) => {
  expect(hasWord(text, word)).toBe(expected);
});

const facts: CommentFacts = {
  text: 'Combien coûte le pothos ?',
  intent: 'price',
  language: 'fr',
  accountId: 'fb',
  postId: 'p1',
  kind: 'comment',
  // A Thursday.
  wall: '2026-11-26T18:30',
  isFirst: false,
};
const hours = (from: string, to: string, weekdays: number[] = []) => ({
  hours: { from, to, weekdays },
});

test.each<[string, RuleWhen, Partial<CommentFacts>, boolean]>([
  ['nothing is asked for', {}, {}, true],
  ['one word of several', { words: ['prix', 'combien'] }, {}, true],
  ['no word', { words: ['prix'] }, {}, false],
  ['what it wants', { intents: ['price', 'available'] }, {}, true],
  ['it wants something else', { intents: ['order'] }, {}, false],
  ['its language', { languages: ['fr'] }, {}, true],
  ['a language nobody can tell', { languages: ['fr'] }, { language: 'unknown' }, false],
  ['its account', { accountIds: ['fb'] }, {}, true],
  ['another account', { accountIds: ['ig'] }, {}, false],
  ['its post', { postIds: ['p1', 'p2'] }, {}, true],
  ['a post that is not of the studio', { postIds: ['p1'] }, { postId: undefined }, false],
  ['a message', { kinds: ['message'] }, {}, false],
  ['not the first of the person', { isFirst: true }, {}, false],
  ['the first of the person', { isFirst: true }, { isFirst: true }, true],
  ['anybody, first or not', { isFirst: false }, {}, true],
  ['within the hours', hours('18:00', '19:00'), {}, true],
  ['the minute they end', hours('17:00', '18:30'), {}, false],
  ['past midnight, in the evening', hours('18:00', '09:00'), {}, true],
  ['past midnight, in the morning', hours('18:00', '09:00'), { wall: '2026-11-27T08:59' }, true],
  ['on its weekday', hours('18:00', '19:00', [4]), {}, true],
  ['on another weekday', hours('18:00', '19:00', [5]), {}, false],
  [
    'the morning after its weekday',
    hours('18:00', '09:00', [4]),
    { wall: '2026-11-27T07:00' },
    true,
  ],
  ['the morning of its weekday', hours('18:00', '09:00', [4]), { wall: '2026-11-26T07:00' }, false],
  [
    'Monday morning belongs to Sunday',
    hours('18:00', '09:00', [7]),
    { wall: '2026-11-23T07:00' },
    true,
  ],
  ['all of it', { words: ['pothos'], intents: ['price'], ...hours('18:00', '19:00') }, {}, true],
  ['all but one', { words: ['pothos'], intents: ['price'], languages: ['en'] }, {}, false],
])('judges a comment: %s', (_, when, change, expected) => {
  expect(judgeRule(when, { ...facts, ...change })).toBe(expected);
});
