import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choiceFontFiles } from '../../../../shared/scene/font-files.ts';
import type { FontFile, FontSet } from '../../../../shared/scene/font-set.ts';
import { ownFontId } from '../../../../shared/scene/own-fonts.ts';
import { readSfnt } from './read-sfnt.ts';

type Folders = { own: string; shipped: string };

/** Loads the fonts that a picture names and that are not loaded yet: chosen ones that ship, and the
 *  merchant's own. One that was taken away since is left out: its words are set in Inter then, here as
 *  in the window. */
export async function addFonts(
  fonts: FontSet,
  families: readonly string[],
  folders: Folders,
): Promise<void> {
  for (const family of families) {
    if (fonts.has(family)) continue;
    const faces = await readFaces(family, folders);
    // Another picture may have loaded it meanwhile.
    if (!fonts.has(family)) for (const face of faces) fonts.add(face);
  }
}

async function readFaces(family: string, folders: Folders): Promise<FontFile[]> {
  const id = ownFontId(family);
  if (id !== undefined) return readOwn(family, join(folders.own, id));
  const files = choiceFontFiles.filter((one) => one.family === family);
  return Promise.all(
    files.map(async ({ file, ...face }) => ({
      ...face,
      bytes: new Uint8Array(await readFile(join(folders.shipped, file))),
    })),
  );
}

async function readOwn(family: string, path: string): Promise<FontFile[]> {
  const bytes = await readFile(path).catch(() => undefined);
  const facts = bytes && readSfnt(bytes);
  return facts ? [{ ...facts, family, bytes }] : [];
}
