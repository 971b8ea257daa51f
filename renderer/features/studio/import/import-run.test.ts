import { expect, test } from 'vitest';
import type { ImportItem } from '../../../link/upload.ts';
import { createImportRun, sumUp } from './import-run.ts';

const problem = { title: 'no', what: 'not a picture', todo: 'choose another' };
const file = (name: string) => new File([name], name);

/** A run whose files arrive when the test says so. */
function startRun() {
  const open = new Map<string, { answer: (item: ImportItem) => void; fail: (e: Error) => void }>();
  const done: { arrived: readonly { name: string }[] }[] = [];
  const run = createImportRun({
    bring: ({ name }, signal) =>
      new Promise((answer, fail) => {
        open.set(name, { answer, fail });
        signal.addEventListener('abort', () => fail(new Error('broken off')));
      }),
    problem: () => problem,
    onDone: (_, arrived) => done.push({ arrived }),
  });
  const settled = () => new Promise<void>((ready) => setImmediate(ready));
  const end = async (name: string, item: object) => {
    open.get(name)?.answer({ path: name, ...item } as ImportItem);
    await settled();
  };
  const kinds = () => run.lines().map(({ state }) => state.kind);
  return { run, open, done, end, kinds, settled };
}

test('four are on their way at once, and each has an end of its own', async () => {
  const { run, open, done, end, kinds } = startRun();
  run.add(['a', 'b', 'c', 'd', 'e'].map(file));
  expect(kinds()).toEqual(['coming', 'coming', 'coming', 'coming', 'waiting']);
  await end('a', { assetId: '1' });
  expect([...open.keys()]).toContain('e');
  await end('b', { assetId: '2', already: true });
  await end('c', { assetId: '3', looksLike: { assetId: '1', name: 'a', thumbUrl: '/x' } });
  await end('d', { problem, code: 'not-a-picture' });
  expect(done).toEqual([]);
  open.get('e')?.fail(new Error('the line went'));
  await end('none', {});
  expect(kinds()).toEqual(['added', 'already', 'alike', 'refused', 'refused']);
  expect(done).toHaveLength(1);
  expect(done[0]?.arrived.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(sumUp(run.lines())).toMatchObject({ total: 5, through: 5, refused: 2, undecided: 1 });
});

test('what is stopped never arrives, what is tried again may', async () => {
  const { run, done, end, kinds, settled } = startRun();
  run.add(['a', 'b', 'c', 'd', 'e'].map(file));
  const [a, , , , e] = run.lines();
  run.stop(e?.key ?? 0);
  run.stop(a?.key ?? 0);
  await settled();
  expect([kinds()[0], kinds()[4]]).toEqual(['stopped', 'stopped']);
  run.stopAll();
  await settled();
  expect(done.map(({ arrived }) => arrived)).toEqual([[]]);
  run.retry([a?.key ?? 0]);
  expect(kinds()[0]).toBe('coming');
  await end('a', { assetId: '1' });
  expect(done[1]?.arrived.map(({ name }) => name)).toEqual(['a']);
});

test('what joins others is told with them, and what is decided can be taken back', async () => {
  const { run, done, end } = startRun();
  run.add([file('a')]);
  run.add([file('b')]);
  await end('a', { assetId: '1', looksLike: { assetId: '0', name: 'o', thumbUrl: '/o' } });
  await end('b', { assetId: '2' });
  expect(done).toHaveLength(1);
  const [line] = run.lines();
  run.choose(line?.key ?? 0, 'both');
  expect(sumUp(run.lines()).undecided).toBe(0);
  run.choose(line?.key ?? 0, undefined);
  expect(sumUp(run.lines()).undecided).toBe(1);
  run.clear();
  expect(run.lines()).toEqual([]);
});
