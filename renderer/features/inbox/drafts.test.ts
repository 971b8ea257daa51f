import { expect, test } from 'vitest';
import { draftKeeper } from './drafts.ts';

function keeper(fails: () => boolean = () => false) {
  const saved: [string, string][] = [];
  const drafts = draftKeeper((threadId, text) => {
    if (fails()) return Promise.reject(new Error('no studio'));
    saved.push([threadId, text]);
    return Promise.resolve();
  });
  return { saved, drafts };
}

test('what was typed here comes before what the studio keeps, each thread its own', () => {
  const { drafts } = keeper();
  expect(drafts.read('t1', 'kept')).toBe('kept');
  drafts.write('t1', 'typed');
  expect(drafts.read('t1', 'kept')).toBe('typed');
  expect(drafts.read('t2', undefined)).toBe('');
});

test('only the newest words are saved, and those of all threads', async () => {
  const { drafts, saved } = keeper();
  drafts.write('t1', 'Bon');
  drafts.write('t1', 'Bonjour');
  drafts.write('t2', 'Merci');
  await drafts.flush();
  expect(saved).toEqual([
    ['t1', 'Bonjour'],
    ['t2', 'Merci'],
  ]);
});

test('what was sent is forgotten, here and by the studio', async () => {
  const { drafts, saved } = keeper();
  drafts.write('t1', 'Bonjour');
  drafts.clear('t1');
  await drafts.flush();
  expect(drafts.read('t1', 'Bonjour')).toBe('');
  expect(saved).toEqual([['t1', '']]);
});

test('an answer that did not leave stands before what was typed behind it', async () => {
  const { drafts, saved } = keeper();
  const heard: string[] = [];
  const stop = drafts.follow('t1', (text) => heard.push(text));
  drafts.write('t1', 'Bonjour');
  drafts.clear('t1');
  drafts.write('t1', 'et puis');
  drafts.giveBack('t1', 'Bonjour');
  await drafts.flush();
  expect(heard).toEqual(['Bonjour\net puis']);
  expect(saved.at(-1)).toEqual(['t1', 'Bonjour\net puis']);
  stop();
  drafts.giveBack('t1', 'Ana,');
  expect([heard.length, drafts.read('t1', undefined)]).toEqual([1, 'Ana,\nBonjour\net puis']);
});

test('what could not be saved is kept for the next try', async () => {
  let isDown = true;
  const { drafts, saved } = keeper(() => isDown);
  drafts.write('t1', 'Bonjour');
  await drafts.flush();
  expect(drafts.read('t1', undefined)).toBe('Bonjour');
  isDown = false;
  await drafts.flush();
  expect(saved).toEqual([['t1', 'Bonjour']]);
});

test('lets go of what the studio no longer keeps, and of nothing newer than its answer', async () => {
  const { drafts, saved } = keeper();
  for (const id of ['gone', 'forgotten', 'kept', 'newer']) drafts.write(id, `An ${id}`);
  await drafts.flush();
  drafts.write('unsaved', 'An unsaved');
  const asked = drafts.asked();
  expect([...asked.keys()]).toEqual(['gone', 'forgotten', 'kept', 'newer', 'unsaved']);
  drafts.write('newer', 'An newer word');
  const kept = [
    { threadId: 'forgotten', text: '' },
    { threadId: 'kept', text: 'An kept' },
    { threadId: 'newer', text: '' },
    { threadId: 'unsaved', text: '' },
  ];
  expect(drafts.settle(asked, kept)).toEqual(['gone', 'forgotten']);
  const stale = (id: string) => drafts.read(id, 'as it was');
  expect(['gone', 'forgotten', 'kept'].map(stale)).toEqual(['', '', 'An kept']);
  expect([stale('newer'), stale('unsaved')]).toEqual(['An newer word', 'An unsaved']);
  saved.length = 0;
  await drafts.flush();
  expect(saved.map(([id]) => id)).toEqual(['newer', 'unsaved']);
});

test('words for a thread that is gone are let go before they could be saved', async () => {
  const { drafts, saved } = keeper(() => true);
  drafts.write('gone', 'Chère Ana');
  expect(drafts.settle(drafts.asked(), [])).toEqual(['gone']);
  await drafts.flush();
  expect([drafts.read('gone', undefined), saved]).toEqual(['', []]);
});

test('another person begins with their own', () => {
  const { drafts } = keeper();
  drafts.write('t1', 'De Julie');
  drafts.forget();
  expect(drafts.read('t1', 'De Léa')).toBe('De Léa');
});
