import { nearestReadable, type BrandColours } from './colour-advice.ts';
import type { SeenColour } from './dominant-colours.ts';
import { chromaOf, colourOfOklab, oklabDistance, oklabOfColour, type Oklab } from './oklab.ts';

type Candidate = Oklab & { share: number };

/** Lighter than the first is no ground, darker than the second no paper. */
const darkBelow = 0.56;
const lightFrom = 0.86;
const groundLightness = 0.36;
const paperLightness = 0.95;
/** Weaker colours are taken for greys. */
const leastChroma = 0.045;
/** Of another hue or lightness than the ground; nearer it would not be seen. */
const leastApart = 0.16;
/** A brass that suits any ground: for shops in black and white. */
const brass = oklabOfColour('#E2B04A');

/** A kit's colours made of those of a logo or a photo: a dark ground, a light paper, an accent. Paper
 *  and accent can be read on the ground. */
export function proposeColours(seen: readonly SeenColour[]): BrandColours {
  const all = seen.map(({ colour, share }) => ({ ...oklabOfColour(colour), share }));
  const ground = groundOf(all);
  const groundColour = colourOfOklab(ground);
  const paper = nearestReadable(colourOfOklab(paperOf(all, ground)), groundColour);
  const accent = nearestReadable(colourOfOklab(accentOf(all, ground)), groundColour);
  return {
    ground: groundColour,
    paper: paper ?? '#FFFFFF',
    accent: accent ?? '#FFFFFF',
  };
}

/** The dark colour that says most; else the strongest colour, darkened. */
function groundOf(all: readonly Candidate[]): Oklab {
  const dark = best(
    all.filter(({ l }) => l < darkBelow),
    (one) => one.share ** 0.5 * (0.03 + chromaOf(one)),
  );
  const strongest = best(all, (one) => one.share ** 0.25 * chromaOf(one));
  // A few dark letters do not make a colourful shop black.
  if (dark && (chromaOf(dark) >= leastChroma || !strongest || chromaOf(strongest) < leastChroma))
    return { ...dark, l: Math.min(Math.max(dark.l, 0.18), 0.48) };
  const from = strongest ?? { l: 0, a: 0, b: 0 };
  return { a: from.a * 0.8, b: from.b * 0.8, l: groundLightness };
}

/** The lightest colour that is seen much; else a breath of the ground's hue. */
function paperOf(all: readonly Candidate[], ground: Oklab): Oklab {
  const light = best(
    all.filter((one) => one.l >= lightFrom && chromaOf(one) < 0.08),
    (one) => one.share,
  );
  if (light && light.share >= 0.02) return light;
  const share = Math.min(1, 0.018 / Math.max(chromaOf(ground), 0.001));
  return { l: paperLightness, a: ground.a * share, b: ground.b * share };
}

/** The strongest colour that is not the ground's own. */
function accentOf(all: readonly Candidate[], ground: Oklab): Oklab {
  const strong = best(
    all.filter((one) => chromaOf(one) >= leastChroma && oklabDistance(one, ground) >= leastApart),
    (one) => chromaOf(one) * one.share ** 0.15,
  );
  return strong ?? brass;
}

function best(list: readonly Candidate[], worth: (one: Candidate) => number) {
  return list.toSorted((x, y) => worth(y) - worth(x))[0];
}
