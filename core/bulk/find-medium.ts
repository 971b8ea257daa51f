import { foldText } from '../../shared/rules/fold-text.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { NamedMedium } from './bulk-uses.ts';
import { nearestName } from './nearest-name.ts';

export type FoundMedium =
  | {
      kind: 'found';
      assetId: string;
      name: string;
      by: 'file' | 'library' | 'sku' | 'id';
      /** Others of the library have that name too: this one is the newest. */
      isOneOfMany?: boolean;
    }
  | { kind: 'several'; among: NamedMedium[] }
  /** A product without a photo. */
  | { kind: 'no-photo'; title: string }
  | { kind: 'none' };

export type MediumSources = {
  /** Brought along for the table: they go first. */
  files: readonly NamedMedium[];
  /** Newest first. */
  library: readonly NamedMedium[];
  findSku: (sku: string) => ProductFact | undefined;
  isAsset: (id: string) => boolean;
};

export type MediumFinder = ReturnType<typeof mediumFinder>;

/** Finds pictures by file name, whatever its case, accents, folder and letter forms, with or without its
 *  ending; then by a product's code, whose first photo is taken. */
export function mediumFinder({ files, library, findSku, isAsset }: MediumSources) {
  const indexes = [
    { by: 'file' as const, names: indexOf(files) },
    { by: 'library' as const, names: indexOf(library) },
  ];

  return {
    find(text: string): FoundMedium {
      const wanted = fileKey(text);
      for (const { by, names } of indexes) {
        const among = names.whole.get(wanted) ?? names.stem.get(wanted) ?? [];
        const [only] = among;
        if (!only) continue;
        if (among.length > 1 && by === 'file') return { kind: 'several', among };
        return { kind: 'found', by, ...only, ...(among.length > 1 && { isOneOfMany: true }) };
      }
      const id = text.trim();
      if (isAsset(id)) return { kind: 'found', by: 'id', assetId: id, name: id };
      const product = findSku(id);
      if (!product) return { kind: 'none' };
      const [assetId] = product.photoAssetIds;
      if (assetId === undefined) return { kind: 'no-photo', title: product.title };
      return { kind: 'found', by: 'sku', assetId, name: id };
    },
    /** The name that was most likely meant, of the files first. */
    nearest: (text: string): string | undefined =>
      nearestName(text, namesOf(files)) ?? nearestName(text, namesOf(library).slice(0, 5000)),
  };
}

function namesOf(media: readonly NamedMedium[]): string[] {
  return media.map((medium) => medium.name);
}

type NameIndex = Record<'whole' | 'stem', Map<string, NamedMedium[]>>;

function indexOf(media: readonly NamedMedium[]): NameIndex {
  const index: NameIndex = { whole: new Map(), stem: new Map() };
  for (const medium of media) {
    const key = fileKey(medium.name);
    add(index.whole, key, medium);
    const stem = key.replace(/\.[a-z0-9]{2,5}$/, '');
    if (stem !== key) add(index.stem, stem, medium);
  }
  return index;
}

/** The same file under two names is one. */
function add(map: Map<string, NamedMedium[]>, key: string, medium: NamedMedium): void {
  const known = map.get(key);
  if (!known) map.set(key, [medium]);
  else if (!known.some((one) => one.assetId === medium.assetId)) known.push(medium);
}

/** Without the folders before it. */
export function fileKey(name: string): string {
  return foldText(name.replace(/^.*[\\/]/, ''));
}
