import { z } from 'zod';

const words = z.object({
  text: z.string(),
  facebook: z.string(),
  instagram: z.string(),
  hashtags: z.string(),
});

const wish = z.object({
  picture: z.object({
    kind: z.enum(['single', 'carousel', 'photos']),
    templateId: z.string().optional(),
    showPrice: z.boolean(),
  }),
  words,
  /** Those that can publish, until a person chose. */
  accountIds: z.array(z.string()).optional(),
  slots: z.object({
    kind: z.enum(['usual', 'weekdays', 'per-week']),
    time: z.string(),
    count: z.number().int().min(1).max(7),
    from: z.string(),
  }),
});
export type RememberedWish = z.infer<typeof wish>;

const key = 'vitrine-from-products';

export const defaultWish: RememberedWish = {
  picture: { kind: 'single', showPrice: true },
  words: { text: '', facebook: '', instagram: '', hashtags: '' },
  slots: { kind: 'usual', time: '18:30', count: 3, from: '' },
};

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** How the last series was wished; undefined where none was, or it cannot be read. */
export function readWish(store: Store): RememberedWish | undefined {
  const text = store.getItem(key);
  if (text === null) return undefined;
  try {
    return wish.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function rememberWish(store: Store, next: RememberedWish): void {
  try {
    store.setItem(key, JSON.stringify(next));
  } catch {
    // A full or closed store only forgets.
  }
}
