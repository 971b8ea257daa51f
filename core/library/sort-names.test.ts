import { expect, test } from 'vitest';
import { sortByName } from './sort-names.ts';

const sorted = (...names: string[]) =>
  sortByName(names.map((name) => ({ name }))).map(({ name }) => name);

test('reads numbers as numbers, whatever zeros they begin with', () => {
  expect(sorted('IMG_10.jpg', 'IMG_2.jpg', 'IMG_0001.jpg')).toEqual([
    'IMG_0001.jpg',
    'IMG_2.jpg',
    'IMG_10.jpg',
  ]);
});

test('does not let accents or case tear names apart', () => {
  expect(sorted('zinnia', 'Été', 'erable', 'Œillet', 'ocre')).toEqual([
    'erable',
    'Été',
    'ocre',
    'Œillet',
    'zinnia',
  ]);
});

test('leaves equal names in the order they came in', () => {
  const items = [
    { name: 'Pot', key: 2 },
    { name: 'pot', key: 1 },
  ];
  expect(sortByName(items).map(({ key }) => key)).toEqual([2, 1]);
});
