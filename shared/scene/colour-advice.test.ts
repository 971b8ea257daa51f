import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviseColours, nearestReadable } from './colour-advice.ts';
import { contrast } from './colours.ts';
import { chromaOf, colourOfOklab, oklabOfColour } from './oklab.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

test('every colour of a screen comes back from OKLab as it went', () => {
  fc.assert(
    fc.property(colour, (one) => {
      expect(colourOfOklab(oklabOfColour(one))).toBe(one);
    }),
  );
});

test('what is suggested can be read and is in the same hue', () => {
  fc.assert(
    fc.property(colour, colour, (one, ground) => {
      const found = nearestReadable(one, ground);
      if (!found) return expect.fail(`${one} on ${ground}`);
      expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
      const [from, to] = [oklabOfColour(one), oklabOfColour(found)];
      if (chromaOf(from) < 0.04 || chromaOf(to) < 0.04) return;
      const turn = Math.abs(Math.atan2(from.b, from.a) - Math.atan2(to.b, to.a));
      expect(Math.min(turn, 2 * Math.PI - turn)).toBeLessThan(0.25);
    }),
  );
});

test('a readable kit gets no advice, and following the advice leaves none', () => {
  const kit = { ground: '#24402F', paper: '#F3EBDD', accent: '#E2B04A' };
  expect(adviseColours(kit)).toEqual([]);
  fc.assert(
    fc.property(colour, colour, colour, (ground, paper, accent) => {
      let colours = { ground, paper, accent };
      for (let round = 0; round < 3; round += 1)
        for (const { suggestion } of adviseColours(colours).slice(0, 1))
          if (suggestion) colours = { ...colours, [suggestion.name]: suggestion.colour };
      expect(adviseColours(colours)).toEqual([]);
    }),
  );
});

test('a barely failing colour is moved little', () => {
  const [advice] = adviseColours({ ground: '#24402F', paper: '#F3EBDD', accent: '#4F8F6B' });
  expect(advice).toMatchObject({ pair: ['accent', 'ground'], suggestion: { name: 'accent' } });
  expect(advice?.ratio).toBeLessThan(4.5);
  const reached = contrast(advice?.suggestion?.colour ?? '', '#24402F');
  expect(reached).toBeGreaterThanOrEqual(4.5);
  expect(reached).toBeLessThan(5);
});
