import { expect, test } from 'vitest';
import { photoAsset, product, shop } from '../../tests/support/shop-facts.ts';
import { findPictureTemplate } from '../../shared/scene/templates.ts';
import { fillPicture } from './picture-scenes.ts';

const photos = [
  photoAsset('now'),
  photoAsset('older'),
  photoAsset('chosen'),
  photoAsset('tiny', 100, 100),
];
const readAsset = (id: string) => photos.find((one) => one.id === id);
const vase = product({ photoAssetIds: ['now', 'older'] });

function seen(beforePhotoId?: string): string[] {
  const template = findPictureTemplate('avant-apres');
  if (!template) throw new Error('no template');
  const options = beforePhotoId === undefined ? {} : { words: { beforePhotoId } };
  const { photos: used } = fillPicture(template, vase, '4:5', { shop: shop(), options, readAsset });
  return [...used.keys()];
}

test('the photo of before is the one chosen, also from elsewhere, else another of the product', () => {
  expect(seen()).toEqual(['now', 'older']);
  expect(seen('chosen')).toEqual(['now', 'chosen']);
  expect(seen('gone')).toEqual(['now', 'older']);
  expect(seen('tiny')).toEqual(['now', 'older']);
});
