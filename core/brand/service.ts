import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrandPatch, OwnFont } from '../../shared/contract/brand.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { firstShopId } from '../../shared/contract/shop.ts';
import { ownFamily } from '../../shared/scene/own-fonts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import { brandKits, type ChangedKit, type KitUses } from './kits.ts';
import { brandLogos, type LogoUses } from './logos.ts';
import { brandStore, type FontRow } from './store.ts';

export type BrandUses = Omit<KitUses, 'readAsset' | 'ownFonts'> & {
  library: LogoUses['library'] & Pick<MediaLibrary, 'fontsDir'>;
};
export type BrandService = ReturnType<typeof brandService>;

const mostFonts = 40;

/** The look of each shop: logos, colours, fonts, how prices stand, the watermark. */
export function brandService(tools: FeatureTools, uses: BrandUses) {
  const { library } = uses;
  const store = brandStore(tools.db);
  const kits = brandKits(tools, {
    ...uses,
    readAsset: library.readAsset,
    ownFonts: () => store.all().map(view),
  });
  const logos = brandLogos(tools, kits, { library });

  async function take(uploadId: string): Promise<{ font: FontRow; variable?: true }> {
    const upload = library.readAsset(uploadId);
    if (!upload) throw new Problem('not-found', { what: 'upload' });
    if (store.all().length >= mostFonts) throw new Problem('font-too-many', { most: mostFonts });
    const { family, isVariable, ...facts } = await library.workers.run(
      'inspectFont',
      { path: upload.path },
      { urgent: true },
    );
    const id = tools.newId();
    await keepFile(upload.path, library.fontsDir, id);
    return { font: { id, name: family, ...facts }, ...(isVariable && { variable: true }) };
  }

  return {
    get: kits.get,
    kitOf: kits.kitOf,
    logoIds: kits.logoIds,
    set: (shopId: string | undefined, patch: BrandPatch, clientId?: string): ChangedKit =>
      tools.applyOnce('brand/set', clientId, () => kits.change(shopId ?? firstShopId, patch)),
    importLogo: logos.importLogo,
    palette: logos.palette,
    fonts: (): { fonts: OwnFont[] } => ({ fonts: store.all().map(view) }),
    importFont: (uploadId: string, clientId?: string): Promise<OwnFont> =>
      tools.applyOnceAsync('brand/importFont', clientId, async () => {
        const { font, variable } = await take(uploadId);
        store.add(font, tools.clock.now());
        tools.events.changed('shop');
        return { ...view(font), variable };
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
