import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseEvergreen, type EvergreenCandidate } from './choose-evergreen.ts';

const dayMs = 86_400_000;
const at = Date.parse('2026-11-26T17:30:00Z');
const post = (id: string, daysAgo: number[] = [], texts = [id]): EvergreenCandidate => ({
  id,
  texts,
  usedAt: daysAgo.map((days) => at - days * dayMs),
});
const free = { minDays: 30, nearTexts: new Set<string>() };
const idsOf = (chosen: { id: string }[]) => chosen.map((one) => one.id);

test('the one that rested longest comes first, one never used before all', () => {
  const pool = [post('a', [40]), post('b', [90, 60]), post('c')];
  expect(idsOf(chooseEvergreen(pool, at, free))).toEqual(['c', 'b', 'a']);
});

test('none comes back too soon, not before a planned time either', () => {
  expect(chooseEvergreen([post('a', [29]), post('b', [-29])], at, free)).toEqual([]);
  expect(idsOf(chooseEvergreen([post('a', [30]), post('b', [-30])], at, free))).toHaveLength(2);
});

test('a limit on repeats holds', () => {
  expect(chooseEvergreen([post('a', [99, 60])], at, { ...free, maxUses: 2 })).toEqual([]);
  expect(chooseEvergreen([post('a', [99, 60])], at, { ...free, maxUses: 3 })).toHaveLength(1);
});

test('F51 words that stand near are not said again: others take their turn, or the post waits', () => {
  const near = { ...free, nearTexts: new Set(['Bonjour']) };
  expect(chooseEvergreen([post('a', [], ['Bonjour '])], at, near)).toEqual([]);
  expect(chooseEvergreen([post('a', [], ['Bonjour', 'Salut'])], at, near)).toEqual([
    { id: 'a', textIndex: 1 },
  ]);
  const turns = post('a', [40], ['Bonjour', 'Salut', 'Hé']);
  expect(chooseEvergreen([turns], at, free)).toEqual([{ id: 'a', textIndex: 1 }]);
});

test('filling hour after hour keeps the distance and the limit, whatever they are', () => {
  const cases = fc.record({
    entries: fc.integer({ min: 1, max: 5 }),
    minDays: fc.integer({ min: 1, max: 20 }),
    maxUses: fc.integer({ min: 1, max: 4 }),
    gaps: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ entries, minDays, maxUses, gaps }) => {
      const used = new Map<string, number[]>();
      let slotAt = at;
      for (const days of gaps) {
        slotAt += days * dayMs;
        const pool = Array.from({ length: entries }, (_, index) => {
          const id = String(index);
          return { id, texts: [id], usedAt: used.get(id) ?? [] };
        });
        const [chosen] = chooseEvergreen(pool, slotAt, { minDays, maxUses, nearTexts: new Set() });
        if (chosen) used.set(chosen.id, [...(used.get(chosen.id) ?? []), slotAt]);
      }
      for (const times of used.values()) {
        expect(times.length).toBeLessThanOrEqual(maxUses);
        for (const [index, time] of times.entries())
          if (index > 0)
            expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(minDays * dayMs);
      }
    }),
    { seed: 51 },
  );
});
