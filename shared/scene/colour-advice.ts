import { contrast } from './colours.ts';
import { colourOfOklab, oklabDistance, oklabOfColour } from './oklab.ts';
import type { Colour } from './scene.ts';

export type BrandColourName = 'ground' | 'paper' | 'accent';
export type BrandColours = Record<BrandColourName, Colour>;
export type ColourAdvice = {
  pair: [BrandColourName, BrandColourName];
  /** Contrast, 1 to 21. */
  ratio: number;
  suggestion?: { name: BrandColourName; colour: Colour };
};

/** WCAG 2.2 AA for words of any size. */
export const wantedContrast = 4.5;
const step = 0.01;

/** Which two stand on each other in pictures, and which of the two may give way. No accent can be read
 *  both on a dark ground and on light paper, so that pair is not asked for. */
const pairs: readonly { pair: [BrandColourName, BrandColourName]; mayMove: BrandColourName[] }[] = [
  { pair: ['paper', 'ground'], mayMove: ['paper', 'ground'] },
  { pair: ['accent', 'ground'], mayMove: ['accent'] },
];

/** The pairs of a kit that can hardly be read, each with the smallest change that puts it right. */
export function adviseColours(colours: BrandColours): ColourAdvice[] {
  return pairs.flatMap(({ pair, mayMove }) => {
    const [above, below] = pair;
    const ratio = contrast(colours[above], colours[below]);
    if (ratio >= wantedContrast) return [];
    const moved = mayMove.flatMap((name) => {
      const other = name === above ? below : above;
      const colour = nearestReadable(colours[name], colours[other]);
      return colour ? [{ name, colour, distance: distanceOf(colour, colours[name]) }] : [];
    });
    const best = moved.toSorted((x, y) => x.distance - y.distance)[0];
    const suggestion = best && { name: best.name, colour: best.colour };
    return [{ pair, ratio: Math.round(ratio * 100) / 100, ...(suggestion && { suggestion }) }];
  });
}

/** The colour that looks most like this one, in the same hue, and can be read on the ground. */
export function nearestReadable(
  colour: Colour,
  ground: Colour,
  wanted = wantedContrast,
): Colour | undefined {
  if (contrast(colour, ground) >= wanted) return colour;
  const lab = oklabOfColour(colour);
  for (let by = step; by <= 1; by += step) {
    const tried = [lab.l + by, lab.l - by]
      .filter((l) => l >= 0 && l <= 1)
      .map((l) => colourOfOklab({ ...lab, l }))
      .filter((one) => contrast(one, ground) >= wanted);
    const nearest = tried.toSorted((x, y) => distanceOf(x, colour) - distanceOf(y, colour))[0];
    if (nearest) return nearest;
  }
  return ['#FFFFFF', '#000000'].find((one) => contrast(one, ground) >= wanted);
}

const distanceOf = (x: Colour, y: Colour): number =>
  oklabDistance(oklabOfColour(x), oklabOfColour(y));
