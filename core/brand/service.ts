import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnFont } from '../../shared/contract/brand.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { ownFamily } from '../../shared/scene/own-fonts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import { brandStore, type FontRow } from './store.ts';

export type BrandUses = {
  library: Pick<MediaLibrary, 'readAsset' | 'workers' | 'fontsDir'>;
};
export type BrandService = ReturnType<typeof brandService>;

const mostFonts = 40;

/** The fonts of the shop's own, beside those that ship. */
export function brandService(tools: FeatureTools, { library }: BrandUses) {
  const store = brandStore(tools.db);

  async function take(uploadId: string): Promise<FontRow> {
    const upload = library.readAsset(uploadId);
    if (!upload) throw new Problem('not-found', { what: 'upload' });
    if (store.all().length >= mostFonts) throw new Problem('font-too-many', { most: mostFonts });
    const { family, ...facts } = await library.workers.run(
      'inspectFont',
      { path: upload.path },
      { urgent: true },
    );
    const id = tools.newId();
    await keepFile(upload.path, library.fontsDir, id);
    return { id, name: family, ...facts };
  }

  return {
    fonts: (): { fonts: OwnFont[] } => ({ fonts: store.all().map(view) }),
    importFont: (uploadId: string, clientId?: string): Promise<OwnFont> =>
      tools.applyOnceAsync('brand/importFont', clientId, async () => {
        const font = await take(uploadId);
        store.add(font, tools.clock.now());
        tools.events.changed('shop');
        return view(font);
      }),
    async removeFont(fontId: string, clientId?: string): Promise<{ ok: true }> {
      const done = tools.applyOnce('brand/removeFont', clientId, () => {
        if (!store.remove(fontId)) throw new Problem('not-found', { what: 'font' });
        tools.events.changed('shop');
        return { ok: true } as const;
      });
      await rm(join(library.fontsDir, fontId), { force: true });
      return done;
    },
  };
}

function view(font: FontRow): OwnFont {
  return { ...font, family: ownFamily(font.id) };
}

/** Whole and on the disk, or not there at all. */
async function keepFile(from: string, folder: string, id: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${id}.part`);
  await copyFile(from, part);
  const file = await open(part, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, join(folder, id));
}
