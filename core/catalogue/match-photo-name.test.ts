import { expect, test } from 'vitest';
import { photoMatcher } from './match-photo-name.ts';

const match = photoMatcher(
  new Map([
    ['POT-DOR-12', 'pothos'],
    ['ANT', 'anthurium'],
    ['ANT-12', 'anthurium-12'],
    ['Été-1', 'summer'],
    ['A/B', 'slash'],
    ['mug', 'small mug'],
    ['MUG', 'large mug'],
  ]),
);

test.each([
  ['POT-DOR-12.jpg', { productId: 'pothos', position: 0 }],
  ['POT-DOR-12_2.jpg', { productId: 'pothos', position: 2 }],
  ['POT-DOR-12-3.JPEG', { productId: 'pothos', position: 3 }],
  ['POT-DOR-12 (4).png', { productId: 'pothos', position: 4 }],
  ['POT-DOR-12(5).png', { productId: 'pothos', position: 5 }],
  ['pot-dor-12_2.jpg', { productId: 'pothos', position: 2 }],
  ['C:\\photos\\POT-DOR-12.jpg', { productId: 'pothos', position: 0 }],
  ['/tmp/photos/POT-DOR-12.webp', { productId: 'pothos', position: 0 }],
  ['ANT-12.jpg', { productId: 'anthurium-12', position: 0 }],
  ['ANT_12.jpg', { productId: 'anthurium', position: 12 }],
  ['ANT.jpg', { productId: 'anthurium', position: 0 }],
  ['E\u0301te\u0301-1.jpg', { productId: 'summer', position: 0 }],
  ['A_B.jpg', { productId: 'slash', position: 0 }],
  ['mug.jpg', { productId: 'small mug', position: 0 }],
  ['MUG_2.jpg', { productId: 'large mug', position: 2 }],
])('knows whose photo %s is', (name, found) => {
  expect(match(name)).toEqual(found);
});

test.each(['IMG_2041.jpg', 'POT.jpg', 'POT-DOR-12 copie.jpg', 'Mug.jpg', '', '.jpg', '_2.jpg'])(
  'leaves %j unmatched',
  (name) => {
    expect(match(name)).toBeUndefined();
  },
);
