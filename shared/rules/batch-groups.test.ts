import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupsOf } from './batch-groups.ts';

it('puts every product into one picture, in order, evenly and never more than were asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 6 }), (count, size) => {
      const ids = Array.from({ length: count }, (_, index) => `p${index}`);
      const groups = groupsOf(ids, size);
      expect(groups.flat()).toEqual(ids);
      const lengths = groups.map((group) => group.length);
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(size);
      if (count > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }),
  );
});

it('leaves nobody alone where it can be helped', () => {
  expect(groupsOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 6).map(({ length }) => length)).toEqual([
    4, 3,
  ]);
});
