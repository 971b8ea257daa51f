import { describe, expect, it } from 'vitest';
import { batchColumns, batchPlaces } from './batch-columns.ts';

const templates = new Map([
  ['arche', { formats: ['1:1', '4:5'] }],
  ['grille', { formats: ['1:1'], takesSeveral: true }],
  ['carnet', { formats: ['1:1'], takesSeveral: true, hasSlides: true }],
]);
const choice = {
  productIds: ['a', 'b', 'c', 'd', 'e'],
  templateIds: ['arche', 'grille', 'carnet', 'gone'],
  formats: ['4:5', '1:1'],
  groupSize: 3,
};
const columns = batchColumns(choice, (id) => templates.get(id));

describe('the columns of a batch', () => {
  it('are what a template has of the formats, and each page of a set', () => {
    expect(columns.map(({ templateId, format }) => `${templateId} ${format}`)).toEqual([
      ...['arche 4:5', 'arche 1:1', 'grille 1:1', 'carnet 1:1'],
      ...['carnet:2 1:1', 'carnet:3 1:1', 'carnet:4 1:1', 'carnet:5 1:1'],
    ]);
  });

  it('hold a picture of several products for the first of them alone', () => {
    const places = batchPlaces(choice, columns);
    expect(places.count()).toBe(5 + 5 + 2 + (5 + 4));
    expect(places.others('a')).toEqual(['b', 'c']);
    expect(places.others('b')).toEqual([]);
    const [grid, last] = [columns[2], columns.at(-1)];
    if (!grid || !last) throw new Error('no columns');
    expect(['a', 'b', 'd'].map((id) => places.has(id, grid))).toEqual([true, false, true]);
    // The second group has two products: its set ends a page earlier.
    expect(['a', 'd'].map((id) => places.has(id, last))).toEqual([true, false]);
    expect(places.shown()).toHaveLength(5);
    expect(batchPlaces(choice, [grid]).shown()).toEqual(['a', 'd']);
  });
});
