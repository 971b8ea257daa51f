import { contrast } from '../colours.ts';
import type { SeenColour } from '../dominant-colours.ts';
import type { Colour } from '../scene.ts';

/** Under this a mark melts into its ground. */
const leastContrast = 1.8;
/** Smaller parts do not carry a logo. */
const leastShare = 0.12;

/** The colours of a logo's larger parts. */
export function largeColours(colours: readonly SeenColour[]): Colour[] {
  return colours.filter(({ share }) => share >= leastShare).map(({ colour }) => colour);
}

/** Whether a logo with larger parts of these colours stands out from a ground: one of them has to. A
 *  picture without colours (all clear) is not judged. */
export function isSeenOn(ground: Colour, colours: readonly Colour[]): boolean {
  return colours.length === 0 || colours.some((one) => contrast(one, ground) >= leastContrast);
}
