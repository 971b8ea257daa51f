import { contrast } from '../../../../shared/scene/colours.ts';

/** Under this a mark melts into its ground. */
const leastContrast = 1.8;
/** Smaller parts do not carry a logo. */
const leastShare = 0.12;

/** Whether a logo of these colours stands out from a ground: one of its larger parts has to. A picture
 *  without colours (all clear) is not judged. */
export function isSeenOn(
  ground: string,
  colours: readonly { colour: string; share: number }[],
): boolean {
  const large = colours.filter(({ share }) => share >= leastShare);
  return (
    large.length === 0 || large.some(({ colour }) => contrast(colour, ground) >= leastContrast)
  );
}
