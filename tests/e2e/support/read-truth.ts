import { z } from 'zod';
import type { CallStudio } from '../../../scripts/demo/programs.ts';

const products = z.object({
  items: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      price: z.number(),
      stock: z.number(),
      photos: z.array(z.object({ assetId: z.string() })),
    }),
  ),
});
const pictures = z.object({
  items: z.array(z.object({ format: z.string(), widthPx: z.number(), heightPx: z.number() })),
});
const targets = z.object({
  targets: z.array(
    z.object({ state: z.string(), permalink: z.string().optional(), attempts: z.number() }),
  ),
});
const tiles = z.object({ items: z.array(z.object({ wall: z.string().optional() })) });
const outbox = z.object({ items: z.array(z.object({ state: z.string() })) });

/** What is true in the studio, whatever its screens show. */
export function truthOf(call: CallStudio) {
  return {
    async product(sku: string) {
      const { items } = await call('catalogue/search', { text: sku }, products);
      return items.find((one) => one.sku === sku);
    },
    /** All pictures that were made in the studio. */
    madePictures: async () =>
      (await call('media/list', { kind: 'photo', origin: 'studio' }, pictures)).items,
    /** Wall times of what is planned for the next thirty days. */
    async plannedWalls() {
      const to = new Date(Date.now() + 30 * 86_400_000).toISOString();
      const { items } = await call('posts/calendar', { from: new Date().toISOString(), to }, tiles);
      return items.map((one) => one.wall?.slice(0, 16));
    },
    targets: async () => (await call('publishing/targets', {}, targets)).targets,
    async unsent() {
      return (await call('inbox/outbox', {}, outbox)).items.filter(({ state }) => state !== 'sent');
    },
  };
}
export type Truth = ReturnType<typeof truthOf>;

/** What the network itself shows under an address, to whoever looks. */
export async function pageText(url: string): Promise<string> {
  return (await fetch(url)).text();
}

export const countOf = (text: string, words: string): number => text.split(words).length - 1;
