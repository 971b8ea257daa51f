import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { pictureStore, type PictureStore } from './picture-store.ts';

const still = { hash: 'abc', widthPx: 4, heightPx: 3, sizeBytes: 9, moves: false };
let tools: TestTools;
let store: PictureStore;
let key: bigint;

beforeEach(() => {
  tools = openTestTools();
  store = pictureStore(tools.db);
  openTestInbox(tools).take('fb', 'p1', [{ id: '1', text: 'Voici', at: tools.clock.now() }]);
  key =
    tools.db.prepare<[], bigint>('SELECT key FROM comments').pluck().safeIntegers(true).get() ?? 0n;
});
afterEach(() => tools.close());

const at = (name: string, signed = 1) =>
  ({ kind: 'image', url: `https://s${signed}.fbcdn.net/v/${name}.jpg?oe=${signed}` }) as const;
const rows = () =>
  (store.ofComments([key]).get(key) ?? []).map(({ kind, url, state }) => [kind, url, state]);

it('keeps what is here when only its address is told anew', () => {
  store.note(key, [at('a'), at('b')]);
  store.settle({ key, place: 0 }, still, 1);
  store.note(key, [at('a', 2), at('b', 2)]);
  expect(rows()).toEqual([
    ['image', at('a', 2).url, 'here'],
    ['image', at('b', 2).url, 'new'],
  ]);
});

it('begins anew with another file, and forgets what is told no more', () => {
  store.note(key, [at('a'), at('b')]);
  store.settle({ key, place: 0 }, still, 1);
  store.settle({ key, place: 1 }, { ...still, hash: 'def' }, 1);
  store.note(key, [at('c'), at('b')]);
  expect(rows().map(([, , state]) => state)).toEqual(['new', 'here']);
  expect([...store.named()]).toEqual(['def']);
  store.note(key, [{ kind: 'film', url: at('c').url }]);
  expect(rows()).toEqual([['film', at('c').url, 'new']]);
  store.note(key, []);
  expect(rows()).toEqual([]);
});

it('keeps nothing of a comment that went meanwhile', () => {
  store.note(key, [at('a')]);
  tools.db.prepare('DELETE FROM comments WHERE key = ?').run(key);
  expect(store.settle({ key, place: 0 }, still, 1)).toBe(false);
  expect(store.isNamed('abc')).toBe(false);
});
