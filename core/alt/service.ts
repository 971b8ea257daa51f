import type { AltText } from '../../shared/contract/alt.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { suggestAlt } from '../../shared/rules/alt-text.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { altStore } from './store.ts';
import { wordsOfScene } from './words-of-scene.ts';

export type AltUses = { readProducts: (productIds: string[]) => ProductFact[] };
export type AltService = ReturnType<typeof altService>;

type Asked = {
  assetIds: readonly string[];
  productIds?: readonly string[] | undefined;
  language?: Language | undefined;
};

/** Words for those who cannot see the shop's pictures: written by the merchant, or suggested from what
 *  is known of the products that they show. */
export function altService(tools: FeatureTools, uses: AltUses) {
  const store = altStore(tools.db);

  function suggest(
    assetId: string,
    { productIds = [], language }: Omit<Asked, 'assetIds'>,
  ): string | undefined {
    const own = store.productsOf(assetId);
    const products = uses.readProducts(own.length > 0 ? own : [...productIds]);
    return suggestAlt({
      language: language ?? tools.shopLanguage(),
      products,
      words: wordsOfScene(store.scene(assetId)),
    });
  }

  function read(asked: Asked): { items: AltText[] } {
    const items = asked.assetIds.map((assetId) => {
      const text = store.text(assetId);
      const suggested = suggest(assetId, asked);
      return {
        assetId,
        ...(text !== undefined && { text }),
        ...(suggested !== undefined && { suggested }),
      };
    });
    return { items };
  }

  function write(assetId: string, words: string): { ok: true } {
    if (!store.isThere(assetId)) throw new Problem('not-found');
    const text = words.trim();
    if (text === '') store.remove(assetId);
    else store.put(assetId, text, tools.clock.now());
    tools.events.changed('media');
    return { ok: true };
  }

  return {
    read,
    /** What goes with a picture into a new post: the merchant's words, or those that are suggested. */
    of(assetId: string, productIds: readonly string[]): string | undefined {
      return store.text(assetId) ?? suggest(assetId, { productIds });
    },
    write: (assetId: string, text: string, clientId?: string) =>
      tools.applyOnce('alt/write', clientId, () => write(assetId, text)),
  };
}
