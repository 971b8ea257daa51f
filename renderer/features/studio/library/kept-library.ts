import { z } from 'zod';
import { libraryQuery } from '../../../../shared/contract/library.ts';

const kept = z.object({
  filters: libraryQuery,
  text: z.string().max(200),
  density: z.number().int().min(0).max(4),
  /** The first place of the list that was in view. */
  place: z.number().int().min(0),
});
export type KeptLibrary = z.infer<typeof kept>;

const key = 'vitrine-library';

/** How the gallery stood when it was left, as long as this window is open; nothing when what is kept
 *  cannot be read. */
export function recallLibrary(storage: Pick<Storage, 'getItem'>): KeptLibrary | undefined {
  try {
    return kept.safeParse(JSON.parse(storage.getItem(key) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

export function keepLibrary(storage: Pick<Storage, 'setItem'>, state: KeptLibrary): void {
  storage.setItem(key, JSON.stringify(state));
}
