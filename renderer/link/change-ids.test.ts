import { expect, test } from 'vitest';
import { addClientIds, changingProcedures } from './change-ids.ts';

const changing = changingProcedures();

test('knows changes from questions by the contract itself', () => {
  for (const path of ['posts/schedule', 'catalogue/importFile', 'app/backUpNow', 'inbox/reply'])
    expect(changing, path).toContain(path);
  for (const path of ['posts/calendar', 'app/info', 'media/list', 'posts/check'])
    expect(changing, path).not.toContain(path);
});

test('gives a change an id, once, and keeps one that was given', () => {
  const add = addClientIds(changing, () => 'fresh');
  expect(add(['posts', 'cancel'], { postId: '1' })).toEqual({ postId: '1', clientId: 'fresh' });
  expect(add(['posts', 'cancel'], { postId: '1', clientId: 'mine' })).toEqual({
    postId: '1',
    clientId: 'mine',
  });
});

test('gives an id also where there was no input at all', () => {
  expect(addClientIds(changing, () => 'fresh')(['app', 'backUpNow'], undefined)).toEqual({
    clientId: 'fresh',
  });
});

test('leaves questions as they are', () => {
  expect(addClientIds(changing, () => 'fresh')(['app', 'info'], undefined)).toBeUndefined();
});
