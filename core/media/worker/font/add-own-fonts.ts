import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontSet } from '../../../../shared/scene/font-set.ts';
import { ownFontId } from '../../../../shared/scene/own-fonts.ts';
import { readSfnt } from './read-sfnt.ts';

/** Loads the merchant's own fonts that a picture names and that are not loaded yet. One that was taken
 *  away since is left out: its words are set in Inter then, here as in the window. */
export async function addOwnFonts(
  fonts: FontSet,
  families: readonly string[],
  folder: string,
): Promise<void> {
  for (const family of families) {
    const id = ownFontId(family);
    if (id === undefined || fonts.has(family)) continue;
    const bytes = await readFile(join(folder, id)).catch(() => undefined);
    const facts = bytes && readSfnt(bytes);
    if (bytes && facts && !fonts.has(family)) fonts.add({ ...facts, family, bytes });
  }
}
