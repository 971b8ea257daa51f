import { expect, test } from 'vitest';
import { accountFact } from '../../tests/support/posts-fixture.ts';
import { accountFinder } from './find-account.ts';

const page = accountFact('fb');
const twin = accountFact('ig', { name: 'La Serre', username: 'laserre.lyon' });
const other = accountFact('ig2', { name: 'Pot ; doré', username: 'pot.dore' });
const finder = accountFinder([page, twin, other]);
const idsOf = (text: string) => {
  const found = finder.find(text);
  return found.kind === 'found' ? found.accountIds : found.kind;
};

test.each([
  ['la serre (facebook)', ['fb']],
  ['@laserre.lyon', ['ig']],
  ['LASERRE.LYON', ['ig']],
  ['laserre.lyon (Instagram)', ['ig']],
  ['La Serre (Instagram)', ['ig']],
  ['remote-ig2', ['ig2']],
  ['facebook', ['fb']],
  ['Tous', ['fb', 'ig', 'ig2']],
  ['all accounts', ['fb', 'ig', 'ig2']],
  ['La Serre', 'several'],
  ['instagram', 'several'],
  ['constructor', 'none'],
])('%s is %s', (text, expected) => expect(idsOf(text)).toEqual(expected));

test('every account has a name by which it is found alone, and that a list can hold', () => {
  for (const account of [page, twin, other]) {
    const name = finder.nameFor(account);
    expect(idsOf(name)).toEqual([account.id]);
    expect(name).not.toMatch(/[;|\n]/);
  }
});
