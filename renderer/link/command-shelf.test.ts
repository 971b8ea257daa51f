import { expect, test } from 'vitest';
import { createCommandShelf } from './command-shelf.ts';

const command = (id: string) => ({ id, label: id, run: () => {} });
const ids = (shelf: ReturnType<typeof createCommandShelf>) => shelf.read().map(({ id }) => id);

test('lists what all parts offer, and tells of each change', () => {
  const shelf = createCommandShelf();
  let heard = 0;
  const stop = shelf.listen(() => (heard += 1));
  const takeList = shelf.offer('list', [command('next')]);
  shelf.offer('thread', [command('answer')]);
  expect(ids(shelf)).toEqual(['next', 'answer']);
  expect(shelf.read()).toBe(shelf.read());
  takeList();
  expect(ids(shelf)).toEqual(['answer']);
  expect(heard).toBe(3);
  stop();
  shelf.offer('thread', []);
  expect(heard).toBe(3);
});

test('taking an old offer away leaves the newer one of the same part', () => {
  const shelf = createCommandShelf();
  const takeOld = shelf.offer('thread', [command('old')]);
  shelf.offer('thread', [command('new')]);
  takeOld();
  expect(ids(shelf)).toEqual(['new']);
});
