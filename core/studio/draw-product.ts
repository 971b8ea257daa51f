import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { AssetFact, ProductFact } from '../../shared/facts.ts';
import { findPictureTemplate } from '../../shared/scene/templates.ts';
import { maxBytes } from './make-pictures.ts';
import { fillPicture, photoFiles, type FilledScene } from './picture-scenes.ts';
import { outputName } from './render-order.ts';
import type { StudioUses } from './studio-uses.ts';

/** One picture of a product, while somebody waits for it; the one made of the same scene before, where
 *  there is one. */
export async function drawProduct(
  uses: StudioUses,
  { productId, templateId, format }: { productId: string; templateId: string; format: Format },
): Promise<AssetFact> {
  const { library } = uses;
  const template = findPictureTemplate(templateId);
  if (!template) throw new Problem('template-unknown');
  const [product] = uses.readProducts([productId]);
  if (!product) throw new Problem('product-unknown');
  const filled = fillPicture(template, product, format, {
    shop: uses.readShop(),
    options: {},
    readAsset: library.readAsset,
  });
  const made = library.findMade(product.id, format, filled.scene);
  if (made !== undefined && (await library.verifyAsset(made.id))) return made;
  return await drawNow(uses, product, format, filled);
}

async function drawNow(
  { library, tools }: StudioUses,
  product: ProductFact,
  format: Format,
  { scene, photos, notes }: FilledScene,
): Promise<AssetFact> {
  const folder = await library.makeWorkFolder();
  const path = join(folder.path, 'card.jpg');
  const thumbPath = join(folder.path, 'card.webp');
  try {
    const input = {
      photos: photoFiles(photos, library.readAsset),
      outputs: [{ scene, path, thumbPath }],
      maxBytes,
    };
    const { files } = await library.workers.run('renderPictures', input, {});
    const [file] = files;
    if (!file) throw new Problem('render-crashed');
    return tools.transact(() => {
      tools.events.changed('creations');
      const name = outputName(product.title, format, 'jpg');
      const about = { name, format, notes, scene, productIds: [product.id] };
      return library.addStudioFile({ ...file, ...about, thumbPath, mime: 'image/jpeg' });
    });
  } finally {
    await folder.remove();
  }
}
