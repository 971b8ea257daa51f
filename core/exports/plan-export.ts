import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { ExportKind, ExportWish } from '../../shared/contract/exports.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { exportName, usualPattern, type ExportFacts } from '../../shared/rules/export-name.ts';
import { cleanFilePart, nameKey, uniqueName } from '../../shared/rules/file-name.ts';
import type { ExportsUses } from './exports-uses.ts';
import type { FileSource } from './store.ts';
import { pictureKey } from '../../shared/rules/picture-key.ts';

/** A file that is to be written, by its name before anything that is there already. */
export type PlannedFile = { name: string; source: FileSource };
export type ExportPlan = {
  folder: string;
  files: PlannedFile[];
  needBytes: number;
  leftOut: number;
};

type Picture = { asset: AssetFact; templateId?: string | undefined };

/** Which files an export writes, and under which names. */
export function planExport(uses: ExportsUses, wish: ExportWish, language: Language): ExportPlan {
  const { name, pictures } = picturesOf(uses, wish, language);
  const folder = folderOf(uses, wish.folder, name);
  if (wish.kind === 'cards' || wish.kind === 'labels')
    return { folder, ...paperFiles(wish.kind, pictures, name) };
  const taken = new Set<string>();
  const { kind } = wish;
  const files = pictures.map((picture, index) => {
    const facts = factsOf(uses, picture, index, language);
    const wanted = exportName(
      wish.pattern?.trim() || usualPattern,
      facts,
      movingKind(picture.asset) ?? kind,
    );
    const unique = uniqueName(wanted, taken);
    taken.add(nameKey(unique));
    return { name: unique, source: { assetIds: [picture.asset.id] } };
  });
  const bytes = pictures.reduce((sum, { asset }) => sum + asset.sizeBytes, 0);
  return { folder, files, needBytes: Math.round(bytes * growth[wish.kind]), leftOut: 0 };
}

/** What a teaser is: it goes out as it was made, or it would stand still. Only what was made here has a format. */
export function movingKind({ mime, format }: AssetFact): 'gif' | 'webp' | undefined {
  if (format === undefined) return undefined;
  return mime === 'image/gif' ? 'gif' : mime === 'image/webp' ? 'webp' : undefined;
}

/** By how much a file grows out of the JPEG it is, at most: measured on pictures with photos. */
const growth: Record<ExportKind, number> = { jpg: 1.02, png: 9, webp: 1, cards: 2, labels: 2 };

function picturesOf(
  uses: ExportsUses,
  { batchId, pictures, assetIds = [] }: ExportWish,
  language: Language,
): { name: string; pictures: Picture[] } {
  const asked = pictures && new Set(pictures.map(pictureKey));
  const batch = batchId === undefined ? undefined : uses.readBatch(batchId, language);
  const ofBatch = (batch?.pictures ?? []).filter((one) => !asked || asked.has(pictureKey(one)));
  const all = [...ofBatch, ...assetIds.map((assetId) => ({ assetId, templateId: undefined }))];
  const known = all.flatMap(({ assetId, templateId }) => {
    const asset = uses.library.readAsset(assetId);
    return asset?.kind === 'photo' ? [{ asset, templateId }] : [];
  });
  if (known.length === 0) throw new Problem('export-empty');
  return { name: batch?.name ?? uses.shopName(), pictures: known };
}

function folderOf({ downloadsDir }: ExportsUses, folder: string | undefined, name: string): string {
  if (folder === undefined) return join(downloadsDir, 'Vitrine', cleanFilePart(name, 60));
  const clean = normalize(folder.trim());
  if (!isAbsolute(clean) || clean.includes('\0')) throw new Problem('export-folder', { folder });
  return clean;
}

function factsOf(
  uses: ExportsUses,
  { asset, templateId }: Picture,
  index: number,
  language: Language,
): ExportFacts {
  const [product] = uses.readProducts(asset.productIds.slice(0, 1));
  return {
    sku: product?.sku ?? '',
    title: product?.title ?? asset.name.replace(/\.\w{2,5}$/, ''),
    template: (templateId && uses.templateName(templateId, language)) ?? '',
    format: asset.format ?? '',
    number: String(index + 1).padStart(3, '0'),
    shop: uses.shopName(),
  };
}

const paperFormat: Record<'cards' | 'labels', Format> = { cards: 'a6', labels: 'label' };

/** One file with all cards, or all labels. */
function paperFiles(kind: 'cards' | 'labels', pictures: readonly Picture[], name: string) {
  const fitting = pictures.filter(({ asset }) => asset.format === paperFormat[kind]);
  if (fitting.length === 0) throw new Problem('export-no-paper', { format: paperFormat[kind] });
  const assetIds = fitting.map(({ asset }) => asset.id);
  const bytes = fitting.reduce((sum, { asset }) => sum + asset.sizeBytes, 0);
  return {
    files: [{ name: `${cleanFilePart(`${name}-${kind}`, 100)}.pdf`, source: { assetIds } }],
    needBytes: Math.round(bytes * growth[kind]) + 1_000_000,
    leftOut: pictures.length - fitting.length,
  };
}

/** The names in a folder, as two file systems may take them for the same; none when it is not there. */
export async function namesIn(folder: string): Promise<Set<string>> {
  try {
    return new Set((await readdir(folder)).map(nameKey));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw new Problem('export-folder', { folder }, { cause: error });
  }
}

/** Whether files can be written into a folder that is there, or into one that would be made. */
export async function placeOf(folder: string): Promise<'there' | 'new' | 'blocked'> {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const isFolder = (await stat(at)).isDirectory();
      await access(at, constants.W_OK | constants.X_OK);
      return !isFolder ? 'blocked' : at === folder ? 'there' : 'new';
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' || dirname(at) === at) return 'blocked';
    }
  }
}

/** What is free where the folder is or will be; nothing where the disk does not say. */
export async function freeBytesAt(folder: string): Promise<number | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const { bavail, bsize } = await statfs(at);
      return bavail * bsize;
    } catch {
      if (dirname(at) === at) return undefined;
    }
  }
}
