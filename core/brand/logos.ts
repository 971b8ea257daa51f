import { join } from 'node:path';
import type { PaletteAnswer } from '../../shared/contract/brand.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { firstShopId } from '../../shared/contract/shop.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { SeenColour } from '../../shared/scene/dominant-colours.ts';
import { largeColours } from '../../shared/scene/dress/logo-seen.ts';
import { proposeColours } from '../../shared/scene/propose-colours.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import type { ChangedKit, Kits } from './kits.ts';

export type LogoWish = {
  shopId?: string | undefined;
  uploadId?: string | undefined;
  assetId?: string | undefined;
  kind: 'light' | 'dark';
  trim: boolean;
};
export type ImportedLogo = ChangedKit & {
  originalAssetId: string;
  trimmed: boolean;
  notes: 'small'[];
};
export type LogoUses = {
  library: Pick<MediaLibrary, 'readAsset' | 'importPath' | 'workers' | 'makeWorkFolder'>;
};

/** The longer side of a logo: less is mush even in a corner; below the second it looks soft on a cover. */
const leastSidePx = 64;
const sharpSidePx = 400;

/** Brings logos in and reads the colours of pictures. */
export function brandLogos(tools: FeatureTools, kits: Kits, { library }: LogoUses) {
  function photo(assetId: string): AssetFact {
    const asset = library.readAsset(assetId);
    if (asset?.kind !== 'photo') throw new Problem('not-found', { what: 'asset' });
    return asset;
  }

  /** The picture itself; an upload is brought into the library first. */
  async function source({ uploadId, assetId = '' }: LogoWish): Promise<AssetFact> {
    if (uploadId === undefined) return photo(assetId);
    const upload = library.readAsset(uploadId);
    if (!upload) throw new Problem('not-found', { what: 'upload' });
    if (upload.kind === 'photo') return upload;
    return photo(await bring(upload.path, upload.name));
  }

  async function bring(path: string, name: string): Promise<string> {
    const outcome = await library.importPath(path, { name });
    if (!outcome.ok) throw new Problem(outcome.code, outcome.params);
    return outcome.assetId;
  }

  /** A copy without edges, an asset beside the picture; nothing when it has no edges. */
  async function trimmed({ path, name }: AssetFact): Promise<AssetFact | undefined> {
    const folder = await library.makeWorkFolder();
    try {
      const outPath = join(folder.path, 'logo.png');
      const input = { path, outPath };
      const done = await library.workers.run('trimLogo', input, { urgent: true });
      if (!done.trimmed) return undefined;
      refuseTooSmall(done);
      return photo(await bring(outPath, `${name.replace(/\.\w+$/u, '')} (logo).png`));
    } finally {
      await folder.remove();
    }
  }

  async function coloursOf({ path }: Pick<AssetFact, 'path'>): Promise<SeenColour[]> {
    return (await library.workers.run('readPalette', { path }, { urgent: true })).colours;
  }

  async function take(wish: LogoWish): Promise<ImportedLogo> {
    // Refused before anything is brought in.
    kits.get(wish.shopId);
    const original = await source(wish);
    refuseTooSmall(original);
    const cut = wish.trim ? await trimmed(original) : undefined;
    const logo = cut ?? original;
    const patch = wish.kind === 'dark' ? { logoDarkAssetId: logo.id } : { logoAssetId: logo.id };
    const colours = largeColours(await coloursOf(logo));
    const known = { logoId: logo.id, colours, ...(cut && { originalId: original.id }) };
    const shopId = wish.shopId ?? firstShopId;
    const changed = tools.transact(() => kits.change(shopId, patch, known));
    return {
      ...changed,
      originalAssetId: original.id,
      trimmed: cut !== undefined,
      notes: longestSide(logo) < sharpSidePx ? ['small'] : [],
    };
  }

  return {
    importLogo: (wish: LogoWish, clientId?: string): Promise<ImportedLogo> =>
      tools.applyOnceAsync('brand/importLogo', clientId, () => take(wish)),
    async palette(assetId: string): Promise<PaletteAnswer> {
      const { id, ...asset } = photo(assetId);
      const colours = await coloursOf(asset);
      tools.transact(() => kits.learn({ logoId: id, colours: largeColours(colours) }));
      return { colours, proposal: proposeColours(colours) };
    },
  };
}

type Size = { widthPx?: number | undefined; heightPx?: number | undefined };

const longestSide = ({ widthPx = 0, heightPx = 0 }: Size): number => Math.max(widthPx, heightPx);

function refuseTooSmall(size: Size): void {
  if (longestSide(size) >= leastSidePx) return;
  const { widthPx = 0, heightPx = 0 } = size;
  throw new Problem('logo-too-small', { widthPx, heightPx, leastPx: leastSidePx });
}
