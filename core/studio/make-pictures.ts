import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { findPictureTemplate } from '../../shared/scene/templates.ts';
import type { PictureTemplate } from '../../shared/scene/template.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { jobFileOf } from '../media/job-file.ts';
import type { WrittenFile } from '../media/worker/worker-messages.ts';
import { fillPicture, photoFiles, type FilledScene } from './picture-scenes.ts';
import type { StudioShop } from './read-brand.ts';
import { outputName, pictureKey, renderOrder, type RenderOrder } from './render-order.ts';
import type { StudioUses } from './studio-uses.ts';

/** Uploads to a Page's photos stay under 4 MB. */
export const maxBytes = 4_000_000;
const productsAtOnce = 2;

type Batch = {
  uses: StudioUses;
  run: JobRun;
  order: RenderOrder;
  template: PictureTemplate;
  shop: StudioShop;
};
type Wanted = { format: Format; filled: FilledScene; path: string; thumbPath: string };

/** Makes the pictures of a job: a product at a time in each worker. What a run before had finished is
 *  skipped; a product that cannot be made is noted and the rest goes on. */
export async function makePictures(uses: StudioUses, run: JobRun): Promise<void> {
  const order = renderOrder.parse(run.input);
  const template = findPictureTemplate(order.templateId);
  if (!template) throw new Problem('template-unknown');
  const batch = { uses, run, order, template, shop: uses.readShop(order.options.shopId) };
  const queue = [...order.productIds];
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      await makeProduct(batch, id).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
  };
  // All have ended and tidied up before the job ends, also when one of them stopped it.
  const ends = await Promise.allSettled(Array.from({ length: productsAtOnce }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function makeProduct(batch: Batch, productId: string): Promise<void> {
  const { run, order, uses } = batch;
  run.signal.throwIfAborted();
  const formats = order.formats.filter((format) => !run.isDone(pictureKey(productId, format)));
  if (formats.length === 0) return;
  try {
    const product = uses.readProducts([productId])[0];
    if (!product) throw new Problem('product-unknown');
    const left = order.reuse ? await takeMade(batch, product, formats) : formats;
    if (left.length > 0) await makeFormats(batch, product, left);
  } catch (error) {
    run.signal.throwIfAborted();
    // A full disk stops everything; any other trouble is this product's own.
    if (!(error instanceof Problem) || error.code === 'disk-full') throw error;
    run.problem(productId, { productIds: [productId], code: error.code, params: error.params });
  }
}

/** Keeps what was made of the same scenes before; answers what is still to be made. */
async function takeMade(batch: Batch, product: ProductFact, formats: Format[]): Promise<Format[]> {
  const { uses, run } = batch;
  const left: Format[] = [];
  for (const format of formats) {
    const { filled } = fillOne(batch, product, format, '', 0);
    const asset = uses.library.findMade(product.id, format, filled.scene);
    const isWhole = asset !== undefined && (await uses.library.verifyAsset(asset.id));
    if (isWhole)
      uses.tools.transact(() => run.keep(pictureKey(product.id, format), jobFileOf(asset, format)));
    else left.push(format);
  }
  return left;
}

async function makeFormats(batch: Batch, product: ProductFact, formats: Format[]): Promise<void> {
  const { uses, run } = batch;
  const folder = await uses.library.makeWorkFolder();
  try {
    const wanted = formats.map((format, index) =>
      fillOne(batch, product, format, folder.path, index),
    );
    const photos = new Map(wanted.flatMap(({ filled }) => [...filled.photos]));
    const input = {
      photos: photoFiles(photos, uses.library.readAsset),
      outputs: wanted.map(({ filled, path, thumbPath }) => ({
        scene: filled.scene,
        path,
        thumbPath,
      })),
      maxBytes,
    };
    const { files } = await uses.library.workers.run('renderPictures', input, {
      signal: run.signal,
    });
    run.signal.throwIfAborted();
    keepAll(batch, product, wanted, files);
  } finally {
    await folder.remove();
  }
}

function fillOne(
  { template, shop, order, uses }: Batch,
  product: ProductFact,
  format: Format,
  folder: string,
  index: number,
): Wanted {
  const { readAsset } = uses.library;
  const filled = fillPicture(template, product, format, {
    shop,
    options: order.options,
    readAsset,
  });
  const path = join(folder, `${index}.jpg`);
  return { format, filled, path, thumbPath: join(folder, `${index}.webp`) };
}

/** All pictures of a product in one transaction: asset and output of the job are one truth. */
function keepAll(batch: Batch, product: ProductFact, wanted: Wanted[], files: WrittenFile[]): void {
  const { uses, run } = batch;
  uses.tools.transact(() => {
    wanted.forEach((one, index) => {
      const file = files[index];
      if (!file) throw new Problem('render-crashed');
      const asset = uses.library.addStudioFile({
        ...file,
        thumbPath: one.thumbPath,
        mime: 'image/jpeg',
        format: one.format,
        name: outputName(product.title, one.format, 'jpg'),
        productIds: [product.id],
        scene: one.filled.scene,
        notes: one.filled.notes,
      });
      run.keep(pictureKey(product.id, one.format), jobFileOf(asset, one.format));
    });
    uses.tools.events.changed('creations');
  });
}
