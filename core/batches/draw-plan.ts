import { existsSync } from 'node:fs';
import type { BatchSpec, PictureRef } from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { BatchesUses } from './batches-uses.ts';
import { picturePrint } from './picture-print.ts';
import { refreshScene } from './refresh-scene.ts';
import type { BatchRow, BatchStore, PictureNote, PictureRow, StoredProblem } from './store.ts';
import { pictureKey } from '../../shared/rules/picture-key.ts';

export type Column = { templateId: string; format: Format };
/** What a picture is to show now. */
export type Drawn = { scene: Scene; print: string; notes: PictureNote[] };
export type PlannedPicture = PictureRef & {
  row: PictureRow | undefined;
  /** Its hand-made scene, when somebody changed it. */
  hand: Scene | undefined;
} & (
    | { state: 'excluded'; drawn?: undefined; problem?: undefined }
    | { state: 'problem'; problem: StoredProblem; drawn?: undefined }
    | { state: 'none' | 'made' | 'changed'; drawn: Drawn; problem?: undefined }
  );

export type DrawPlan = ReturnType<typeof createDrawPlan>;

/** The template and format pairs of a batch; a template is only asked for formats it has. */
export function columnsOf(
  { templateIds, formats }: BatchSpec,
  findTemplate: BatchesUses['findTemplate'],
  language: Language,
): Column[] {
  return templateIds.flatMap((templateId) => {
    const known = findTemplate(templateId, language)?.formats ?? [];
    return formats
      .filter((format) => known.includes(format))
      .map((format) => ({ templateId, format }));
  });
}

/** What each picture of a batch is to show, and whether what was made shows it. Photos are looked up
 *  once, however many pictures show them: make a new plan for each look. */
export function createDrawPlan(uses: BatchesUses, store: BatchStore, batch: BatchRow) {
  const { library } = uses;
  const columns = columnsOf(batch.spec, uses.findTemplate, uses.tools.shopLanguage());
  const hashes = new Map<string, string | undefined>();
  const hashOf = (photoId: string): string | undefined => {
    if (!hashes.has(photoId)) hashes.set(photoId, library.readAsset(photoId)?.hash);
    return hashes.get(photoId);
  };

  function handOf(row: PictureRow | undefined, format: Format): Scene | undefined {
    const creation = row?.creationId ? uses.readCreation(row.creationId) : undefined;
    return creation && creation.version > 1 ? creation.scenes[format] : undefined;
  }

  function fill(product: ProductFact, column: Column, row: PictureRow | undefined) {
    const { showPrice, titles } = batch.spec.options ?? {};
    const title = titles?.[product.id];
    const options = {
      ...(showPrice === undefined ? {} : { showPrice }),
      ...(title ? { titles: { [product.id]: title } } : {}),
      ...(row?.photoAssetId ? { photoAssetIds: [row.photoAssetId] } : {}),
    };
    return uses.fillPicture(product, { ...column, options });
  }

  /** Throws by name when it cannot be drawn. */
  function draw(
    product: ProductFact,
    column: Column,
    row: PictureRow | undefined,
    hand: Scene | undefined,
  ): Drawn {
    if (hand && !row?.follows) return { scene: hand, print: picturePrint(hand, hashOf), notes: [] };
    const filled = fill(product, column, row);
    const base = hand && store.baseScene(batch.id, { ...column, productId: product.id });
    const scene = hand ? refreshScene(base ?? hand, hand, filled.scene) : filled.scene;
    return {
      scene,
      print: picturePrint(scene, hashOf),
      notes: notesOf(product, filled.enlargedBy, batch.spec.options?.showPrice !== false),
    };
  }

  function planOne(
    product: ProductFact | undefined,
    productId: string,
    column: Column,
    row: PictureRow | undefined,
  ): PlannedPicture {
    const hand = handOf(row, column.format);
    const base = { productId, ...column, row, hand };
    if (row?.isExcluded) return { ...base, state: 'excluded' };
    try {
      if (!product) throw new Problem('product-unknown');
      const drawn = draw(product, column, row, hand);
      return { ...base, drawn, state: stateOf(row, drawn, library.readAsset) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, params } = error;
      return { ...base, state: 'problem', problem: { code, params } };
    }
  }

  return {
    columns,
    /** All pictures of one product, in the order of the columns. */
    ofProduct(product: ProductFact | undefined, productId: string): PlannedPicture[] {
      const rows = new Map(
        store.picturesOf(batch.id, productId).map((row) => [pictureKey({ ...row }), row]),
      );
      return columns.map((column) =>
        planOne(product, productId, column, rows.get(pictureKey({ ...column, productId }))),
      );
    },
    /** What the template alone would show now, when it can be filled. */
    fresh(product: ProductFact, column: Column, row: PictureRow | undefined): Scene | undefined {
      try {
        return fill(product, column, row).scene;
      } catch (error) {
        if (error instanceof Problem) return undefined;
        throw error;
      }
    },
  };
}

/** The bytes are not read again for each look: a file that was damaged is found by the sweep. */
function stateOf(
  row: PictureRow | undefined,
  drawn: Drawn,
  readAsset: BatchesUses['library']['readAsset'],
): 'none' | 'made' | 'changed' {
  const asset = row?.assetId ? readAsset(row.assetId) : undefined;
  if (!row || !asset || !existsSync(asset.path)) return 'none';
  return row.print === drawn.print ? 'made' : 'changed';
}

function notesOf(
  product: ProductFact,
  enlargedBy: number | undefined,
  showsPrice: boolean,
): PictureNote[] {
  return [
    ...(enlargedBy === undefined
      ? []
      : [{ code: 'enlarged', params: { percent: Math.round(enlargedBy * 100) } }]),
    ...(showsPrice && product.priceMinor === 0 ? [{ code: 'price-missing', params: {} }] : []),
  ];
}
