import { expect, test } from 'vitest';
import { pageOfRows, pageParameters } from './changed-pages.ts';

const rows = [3, 2, 1].map((updatedAt) => ({ id: `id_${updatedAt}`, updatedAt }));

test('a page ends with a cursor only when there are more', () => {
  expect(pageOfRows(rows, { limit: 3 })).toEqual({ items: rows });
  expect(pageOfRows(rows, { limit: 2 })).toEqual({ items: rows.slice(0, 2), next: '2_id_2' });
  expect(pageOfRows([], {})).toEqual({ items: [] });
});

test('a cursor leads behind its row, a strange one to the start', () => {
  expect(pageParameters({ cursor: '2_id_2', limit: 5 })).toMatchObject({
    ...{ beforeAt: 2, beforeId: 'id_2', limit: 6 },
  });
  for (const cursor of ['', 'x', '2', `${'9'.repeat(16)}_a`])
    expect(pageParameters({ cursor })).toMatchObject({ beforeAt: null, beforeId: null });
});

test('what a person writes is looked for as it is', () => {
  expect(pageParameters({ text: '50 %_\\' }).text).toBe('%50 \\%\\_\\\\%');
  expect(pageParameters({}).text).toBeNull();
});
