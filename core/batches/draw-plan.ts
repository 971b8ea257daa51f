import { existsSync } from 'node:fs';
import type { BatchSpec, PictureRef } from '../../shared/contract/batches.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { batchColumns, batchPlaces, type BatchColumn } from '../../shared/rules/batch-columns.ts';
import { pictureKey } from '../../shared/rules/picture-key.ts';
import { wordsFor } from '../../shared/rules/template-words.ts';
import type { BatchesUses, FilledPicture } from './batches-uses.ts';
import { picturePrint } from './picture-print.ts';
import { refreshScene } from './refresh-scene.ts';
import type { BatchRow, BatchStore, PictureNote, PictureRow, StoredProblem } from './store.ts';

type Column = BatchColumn<Format>;
/** What a picture is to show now. */
export type Drawn = { scene: Scene; print: string; notes: PictureNote[] };
export type PlannedPicture = PictureRef & {
  /** Products that stand in it beside its own. */
  with: readonly string[];
  row: PictureRow | undefined;
  /** Its hand-made scene, when somebody changed it. */
  hand: Scene | undefined;
} & (
    | { state: 'excluded'; drawn?: undefined; problem?: undefined }
    | { state: 'problem'; problem: StoredProblem; drawn?: undefined }
    | { state: 'none' | 'made' | 'changed'; drawn: Drawn; problem?: undefined }
  );

export type DrawPlan = ReturnType<typeof createDrawPlan>;

/** Templates are known by the same ids in every language. */
export function columnsOf(
  { findTemplate, tools }: Pick<BatchesUses, 'findTemplate' | 'tools'>,
  spec: BatchSpec,
): Column[] {
  const language = tools.shopLanguage();
  return batchColumns(spec, (id) => findTemplate(id, language));
}

/** What each picture of a batch is to show, and whether what was made shows it. Photos are looked up
 *  once, however many pictures show them: make a new plan for each look. */
export function createDrawPlan(uses: BatchesUses, store: BatchStore, batch: BatchRow) {
  const { library } = uses;
  const columns = columnsOf(uses, batch.spec);
  const places = batchPlaces(batch.spec, columns);
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
    const { options = {}, words } = batch.spec;
    const { shopId, showPrice, titles } = options;
    const ids = column.takesSeveral ? places.others(product.id) : [];
    const others = uses.readProducts([...ids]);
    const written = wordsFor(words?.[column.chosenId], product.id);
    const own = [product, ...others].flatMap(({ id }) => {
      const title = titles?.[id];
      return title ? [[id, title] as const] : [];
    });
    const { templateId, format } = column;
    return uses.fillPicture(product, {
      ...{ templateId, format, others },
      options: {
        ...(shopId === undefined ? {} : { shopId }),
        ...(showPrice === undefined ? {} : { showPrice }),
        ...(own.length > 0 ? { titles: Object.fromEntries(own) } : {}),
        ...(row?.photoAssetId ? { photoAssetIds: [row.photoAssetId] } : {}),
        ...(written ? { words: written } : {}),
      },
    });
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
      notes: notesOf(product, filled, batch.spec.options?.showPrice !== false),
    };
  }

  function withOf(productId: string, column: Column): readonly string[] {
    return column.takesSeveral ? places.others(productId) : [];
  }

  function planOne(
    product: ProductFact | undefined,
    productId: string,
    column: Column,
    row: PictureRow | undefined,
  ): PlannedPicture {
    const hand = handOf(row, column.format);
    const { templateId, format } = column;
    const base = { productId, templateId, format, with: withOf(productId, column), row, hand };
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
    places,
    /** All pictures of one product, in the order of the columns. */
    ofProduct(product: ProductFact | undefined, productId: string): PlannedPicture[] {
      const rows = new Map(
        store.picturesOf(batch.id, productId).map((row) => [pictureKey({ ...row }), row]),
      );
      return columns
        .filter((column) => places.has(productId, column))
        .map((column) =>
          planOne(product, productId, column, rows.get(pictureKey({ ...column, productId }))),
        );
    },
    /** What the template alone would show now, when it can be filled. */
    fresh(
      product: ProductFact,
      { templateId, format }: Pick<Column, 'templateId' | 'format'>,
      row: PictureRow | undefined,
    ): Scene | undefined {
      const column = columns.find((one) => one.templateId === templateId && one.format === format);
      try {
        return column && fill(product, column, row).scene;
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
  { enlargedBy, lacks = [] }: Pick<FilledPicture, 'enlargedBy' | 'lacks'>,
  showsPrice: boolean,
): PictureNote[] {
  return [
    ...(enlargedBy === undefined
      ? []
      : [{ code: 'enlarged', params: { percent: Math.round(enlargedBy * 100) } }]),
    ...lacks.map((code) => ({ code, params: {} })),
    ...(showsPrice && product.priceMinor === 0 ? [{ code: 'price-missing', params: {} }] : []),
  ];
}
