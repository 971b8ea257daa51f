import { expect, test } from 'vitest';
import type { InboxComment } from '../../../../shared/contract/inbox.ts';
import type { ThreadNote } from '../../../../shared/contract/teamwork.ts';
import { weaveNotes } from './weave-notes.ts';

const at = (minute: number) => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
const comment = (commentId: string, minute: number) =>
  ({ commentId, createdAt: at(minute) }) as InboxComment;
const note = (noteId: string, minute: number) => ({ noteId, at: at(minute) }) as ThreadNote;
const ids = (items: ReturnType<typeof weaveNotes>) =>
  items.map((item) => (item.kind === 'note' ? item.note.noteId : item.comment.commentId));

test('notes stand where they were written', () => {
  const said = [comment('a', 10), comment('b', 20)];
  const notes = [note('1', 5), note('2', 15), note('3', 20), note('4', 30)];
  expect(ids(weaveNotes(said, notes, true))).toEqual(['1', 'a', '2', 'b', '3', '4']);
  expect(ids(weaveNotes(said, notes, false))).toEqual(['a', '2', 'b', '3', '4']);
  expect(ids(weaveNotes([], notes, false))).toEqual(['1', '2', '3', '4']);
});

test('comments keep their order and places, whatever their clocks say', () => {
  const items = weaveNotes([comment('a', 20), comment('b', 10)], [note('1', 15)], true);
  expect(ids(items)).toEqual(['1', 'a', 'b']);
  expect(items.flatMap((item) => (item.kind === 'comment' ? [item.index] : []))).toEqual([0, 1]);
});
