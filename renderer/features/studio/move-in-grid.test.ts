import { describe, expect, it } from 'vitest';
import { moveInGrid, type GridPlace } from './move-in-grid.ts';

const size = { rows: 10, columns: 4, rowsInView: 3 };
function go(from: [number, number], key: string, isFar = false, has?: (at: GridPlace) => boolean) {
  const to = moveInGrid({ row: from[0], column: from[1] }, { key, isFar }, size, has);
  return to && [to.row, to.column];
}

describe('keys in the results', () => {
  it('step, and stand still at the edges', () => {
    expect(go([2, 1], 'ArrowRight')).toEqual([2, 2]);
    expect(go([2, 1], 'ArrowLeft')).toEqual([2, 0]);
    expect(go([2, 1], 'ArrowUp')).toEqual([1, 1]);
    expect(go([2, 1], 'ArrowDown')).toEqual([3, 1]);
    expect(go([0, 0], 'ArrowUp')).toBeUndefined();
    expect(go([9, 3], 'ArrowRight')).toBeUndefined();
    expect(go([2, 1], 'a')).toBeUndefined();
  });

  it('go by what is in view, to the ends of a row and of everything', () => {
    expect(go([2, 1], 'PageDown')).toEqual([5, 1]);
    expect(go([8, 1], 'PageDown')).toEqual([9, 1]);
    expect(go([1, 1], 'PageUp')).toEqual([0, 1]);
    expect(go([4, 1], 'Home')).toEqual([4, 0]);
    expect(go([4, 1], 'End')).toEqual([4, 3]);
    expect(go([4, 1], 'Home', true)).toEqual([0, 0]);
    expect(go([4, 1], 'End', true)).toEqual([9, 3]);
  });

  it('pass over places without a picture, and stop before those that end with none', () => {
    const groups = ({ row, column }: GridPlace) => column !== 2 || row % 3 === 0;
    expect(go([1, 1], 'ArrowRight', false, groups)).toEqual([1, 3]);
    expect(go([0, 2], 'ArrowDown', false, groups)).toEqual([3, 2]);
    const short = ({ column }: GridPlace) => column < 2;
    expect(go([1, 0], 'End', false, short)).toEqual([1, 1]);
    expect(go([1, 1], 'ArrowRight', false, short)).toBeUndefined();
  });
});
