import type { Colour, PriceLayer } from '../scene.ts';
import type { PictureSlots } from '../template.ts';
import { serif } from './parts.ts';
import type { Words } from './stack-words.ts';

/** The price for a block of words, or nothing when it is not to be shown. */
export function priceWords(
  { price, oldPrice }: Pick<PictureSlots, 'price' | 'oldPrice'>,
  size: number,
  colour: Colour,
  oldColour: Colour,
  oldPlace: PriceLayer['oldPlace'] = 'before',
): Words | undefined {
  if (price === undefined) return undefined;
  const old = oldPrice === undefined ? {} : { oldText: oldPrice, oldPlace, oldColour };
  return { id: 'price', text: price, size, colour, font: serif, price: old };
}
