import { expect, test } from 'vitest';
import { layLanes } from './time-lanes.ts';

const at = (...minutes: number[]) =>
  minutes.map((one, index) => ({ id: `p${index}`, minutes: one }));
const lay = (timed: ReturnType<typeof at>, most = 3) => {
  const { lanes, crowds } = layLanes(timed, 60, most);
  return { lanes: [...lanes.values()].map(({ lane, lanes: all }) => `${lane}/${all}`), crowds };
};

test('what does not touch has the whole width', () => {
  expect(lay(at(0, 60, 180))).toEqual({ lanes: ['0/1', '0/1', '0/1'], crowds: [] });
});

test('what would lie over another stands beside it, and a free lane is taken again', () => {
  expect(lay(at(0, 30, 60)).lanes).toEqual(['0/2', '1/2', '0/2']);
  expect(lay(at(0, 0, 200)).lanes).toEqual(['0/2', '1/2', '0/1']);
});

test('a crowd is told by its number, once for each height', () => {
  const { lanes, crowds } = lay(at(0, 0, 0, 5, 70, 70, 70), 2);
  expect(lanes).toEqual(['0/2', '1/2', '0/2', '1/2']);
  expect(crowds).toEqual([
    { minutes: 0, count: 2 },
    { minutes: 70, count: 1 },
  ]);
});

test('no two posts of one lane touch, however many there are', () => {
  const many = at(
    ...Array.from({ length: 500 }, (_, index) => (index * 7919) % 1440).sort((a, b) => a - b),
  );
  const { lanes, crowds } = layLanes(many, 60, 4);
  const byLane = Map.groupBy(
    many.filter((one) => lanes.has(one.id)),
    (one) => lanes.get(one.id)?.lane,
  );
  for (const held of byLane.values())
    for (const [index, one] of held.entries())
      expect(one.minutes - (held[index - 1]?.minutes ?? -60)).toBeGreaterThanOrEqual(60);
  const counted = crowds.reduce((sum, crowd) => sum + crowd.count, 0);
  expect(lanes.size + counted).toBe(500);
});
