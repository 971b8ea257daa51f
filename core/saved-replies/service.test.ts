import { afterEach, beforeEach, expect, test } from 'vitest';
import { replyIntent, replyLanguage } from '../../shared/contract/saved-replies.ts';
import { commentLanguages, intents } from '../../shared/language/understanding.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { savedRepliesService, type SavedRepliesService } from './service.ts';

let tools: TestTools;
let replies: SavedRepliesService;

beforeEach(() => {
  tools = openTestTools();
  replies = savedRepliesService(tools);
});
afterEach(() => tools.close());

const price = {
  name: 'Prix',
  shortcut: '/prix',
  intent: 'price' as const,
  texts: { fr: 'Bonjour {first_name}, {product} est à {price}.', en: '{product} is {price}.' },
};

test('keeps a reply in several languages, with its shortcut, and hands it to suggestions', () => {
  const { id } = replies.save(price);
  replies.save({ name: 'Merci', texts: { fr: 'Merci {first_name}' } });
  expect(replies.list()).toMatchObject([
    { name: 'Merci', texts: { fr: 'Merci {first_name}' } },
    { name: 'Prix', shortcut: 'prix', intent: 'price', texts: price.texts },
  ]);
  expect(replies.forFilling()).toContainEqual({ id, intent: 'price', texts: price.texts });
});

test('a word in braces that nothing can fill is refused by name, and nothing is kept', () => {
  const texts = { fr: 'Bonjour {prenom}, {price}', en: '{prix} {prenom}' };
  expect(() => replies.save({ name: 'Prix', texts })).toThrow(
    expect.objectContaining({
      code: 'saved-reply-variable',
      params: { names: '{prenom}, {prix}' },
    }),
  );
  expect(replies.list()).toEqual([]);
});

test('a shortcut belongs to one reply; changing that one keeps it', () => {
  const first = replies.save(price);
  expect(() => replies.save({ ...price, name: 'Autre' })).toThrow('saved-reply-shortcut');
  expect(replies.save({ ...price, id: first.id, name: 'Nos prix' })).toMatchObject({
    id: first.id,
    shortcut: 'prix',
  });
  expect(() => replies.save({ ...price, id: 'unknown' })).toThrow('not-found');
});

test('a removed reply comes back, without a shortcut that was given away meanwhile', () => {
  const first = replies.save(price);
  replies.remove(first.id);
  expect(replies.list()).toEqual([]);
  expect(replies.restore(first.id)).toMatchObject({ shortcut: 'prix' });
  replies.remove(first.id);
  replies.save({ ...price, name: 'Autre' });
  expect(replies.restore(first.id)).not.toHaveProperty('shortcut');
  expect(replies.list().map(({ name, shortcut }) => [name, shortcut])).toEqual([
    ['Autre', 'prix'],
    ['Prix', undefined],
  ]);
  expect(() => replies.remove('unknown')).toThrow('not-found');
});

test('the same change with the same clientId is made once', () => {
  const one = replies.save({ name: 'Merci', texts: { fr: 'Merci' } }, 'once');
  expect(replies.save({ name: 'Merci', texts: { fr: 'Merci' } }, 'once')).toEqual(one);
  expect(replies.list()).toHaveLength(1);
});

test('the contract names the languages that comments are told apart in, and intents that are answered', () => {
  expect(replyLanguage.options).toEqual([...commentLanguages]);
  expect(replyIntent.options).toEqual(
    intents.filter((intent) => intent !== 'spam' && intent !== 'other'),
  );
});
