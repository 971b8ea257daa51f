import { expect, it } from 'vitest';
import { tileSize } from './tile-size.ts';

it('has the shape of its picture, within bounds', () => {
  const alone = (widthPx: number, heightPx: number) => {
    const size = tileSize({ widthPx, heightPx }, true);
    return [size.widthPx, size.heightPx];
  };
  expect(alone(1280, 960)).toEqual([320, 240]);
  expect(alone(900, 1200)).toEqual([180, 240]);
  expect(alone(4000, 400)).toEqual([320, 160]);
  expect(alone(20, 3000)).toEqual([120, 240]);
  expect(alone(200, 180)).toEqual([200, 180]);
  expect(alone(8, 8)).toEqual([120, 160]);
});

it('is the same for all where there are several, and where nobody knows', () => {
  expect(tileSize({ widthPx: 1280, heightPx: 960 }, false)).toEqual(tileSize({}, false));
  expect(tileSize({}, true)).toEqual({ widthPx: 213, heightPx: 160 });
});
