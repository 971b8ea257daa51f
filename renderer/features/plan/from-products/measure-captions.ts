import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import {
  countCaption,
  facebookCaption,
  instagramCaption,
} from '../../../../shared/rules/caption.ts';
import { captionFields, type CaptionShop } from '../../../../shared/rules/caption-fields.ts';
import { writeCaption } from '../../../../shared/rules/caption-template.ts';

export type CaptionWords = {
  text: string;
  facebook: string;
  instagram: string;
  hashtags: string;
};

/** The words of one product on one network, as its post will have them. */
export function captionFor(
  words: CaptionWords,
  product: Product,
  shop: CaptionShop,
  network: Network,
): string {
  const own = words[network];
  const fields = captionFields(
    { ...product, priceMinor: product.price, salePriceMinor: product.salePrice },
    shop,
    words.hashtags,
  );
  return writeCaption(own.trim() === '' ? words.text : own, fields);
}

export type Longest = {
  network: Network;
  title: string;
  characters: number;
  most: number;
  hashtags: number;
  isTooLong: boolean;
};

/** The longest caption of each network with its product; too long where it, or its number of
 *  hashtags, is over what the network takes. */
export function longestCaptions(
  words: CaptionWords,
  products: readonly Product[],
  shop: CaptionShop,
  networks: Iterable<Network>,
): Longest[] {
  return [...networks].flatMap((network) => {
    const all = products.map((product) => {
      const count = countCaption(captionFor(words, product, shop, network));
      return measured(network, product.title, count);
    });
    const [first] = all.sort((one, other) => weight(other) - weight(one));
    return first ?? [];
  });
}

const weight = (one: Longest): number => one.characters + (one.isTooLong ? 1_000_000 : 0);

function measured(
  network: Network,
  title: string,
  { characters, hashtags }: { characters: number; hashtags: number },
): Longest {
  const isInstagram = network === 'instagram';
  const most = isInstagram ? instagramCaption.characters : facebookCaption.characters;
  const isTooLong = characters > most || (isInstagram && hashtags > instagramCaption.hashtags);
  return { network, title, characters, most, hashtags, isTooLong };
}
