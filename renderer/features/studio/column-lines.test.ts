import { expect, it } from 'vitest';
import { columnLines } from './column-lines.ts';
import { frameSizes } from './frame-sizes.ts';

it('puts the columns of a template side by side under its name', () => {
  const sizes = frameSizes(300, ['1:1', '9:16', '1:1']);
  const square = sizes.widthsPx['1:1'];
  const story = sizes.widthsPx['9:16'];
  const { gapPx } = sizes;
  const column = (templateId: string, format: '1:1' | '9:16') => ({
    ...{ templateId, format },
    name: templateId.toUpperCase(),
  });
  const columns = [column('a', '1:1'), column('a', '9:16'), column('b', '1:1')];
  expect(columnLines(columns, sizes)).toEqual({
    totalPx: square * 2 + story + gapPx * 2,
    templates: [
      { templateId: 'a', name: 'A', leftPx: 0, widthPx: square + gapPx + story },
      { templateId: 'b', name: 'B', leftPx: square + story + gapPx * 2, widthPx: square },
    ],
  });
  expect(columnLines([], sizes)).toEqual({ totalPx: 0, templates: [] });
});
