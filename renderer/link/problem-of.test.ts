import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { problemOf } from './problem-of.ts';

const say = (key: string) => `internal ${key}`;

test("shows the studio's own sentences with code and parameters", () => {
  const problem = { title: 'Trop tard', what: 'L’heure est passée.', todo: 'Choisissez-en une.' };
  const error = new ORPCError('time-past', { data: { problem, params: { at: 'x' } } });
  expect(problemOf(error, say)).toEqual({ ...problem, code: 'time-past', params: { at: 'x' } });
});

test('shows a general sentence for what carries none, never the text of the error', () => {
  const shown = problemOf(new Error('SELECT * FROM secret'), say);
  expect(JSON.stringify(shown)).not.toContain('SELECT');
  expect(shown).toMatchObject({ title: 'internal title', code: 'internal' });
});

test('keeps the code when the sentences are missing', () => {
  expect(problemOf(new ORPCError('not-found', { data: {} }), say).code).toBe('not-found');
});
