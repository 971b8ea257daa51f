import { expect, it } from 'vitest';
import { contentOf, isPlainView, isSameList, isShownBy, movedIds } from './list-content.ts';

it('tells lists apart by all that narrows them', () => {
  const list = { view: 'all', tagId: 'vip', text: 'prix' } as const;
  expect(isSameList(list, { ...list, accountId: undefined })).toBe(true);
  expect(isSameList(list, { ...list, order: 'longest' })).toBe(false);
  expect(isSameList(list, { ...list, tagId: 'other' })).toBe(false);
  expect(isPlainView({ view: 'done', shopId: 'first' })).toBe(true);
  expect(isPlainView(list)).toBe(false);
});

it('knows a filter by what the list shows, in any shop where it names none', () => {
  const filter = { view: 'done', intent: 'price' } as const;
  expect(isShownBy(filter, { ...filter, shopId: 'lyon' })).toBe(true);
  expect(isShownBy({ ...filter, shopId: 'paris' }, { ...filter, shopId: 'lyon' })).toBe(false);
  const ofAccount = { ...filter, accountId: 'fb' };
  expect(isShownBy({ ...ofAccount, shopId: 'paris' }, ofAccount)).toBe(true);
});

it('takes of a saved filter what belongs to the list', () => {
  const saved = {
    id: '1',
    name: 'Prix',
    lacks: [],
    view: 'all',
    text: '',
    intent: 'price',
  } as const;
  expect(contentOf(saved)).toEqual({ view: 'all', intent: 'price' });
});

it('moves one up and down, and no further than the ends', () => {
  expect(movedIds(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedIds(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedIds(['a', 'b'], 'a', -1)).toBeUndefined();
  expect(movedIds(['a', 'b'], 'b', 1)).toBeUndefined();
});
