import { describe, expect, it } from 'vitest';
import { photoAsset, product, shop } from '../../tests/support/shop-facts.ts';
import { videoItems } from './video-scene.ts';

const readAsset = (id: string) =>
  id.startsWith('tiny') ? photoAsset(id, 200, 200) : photoAsset(id);
const uses = (photoAssetIds?: string[]) => ({
  shop: shop(),
  options: photoAssetIds ? { photoAssetIds } : {},
  readAsset,
});
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => product({ id: `p${at}`, photoAssetIds: [`a${at}`] }));
const idsOf = ({ photos }: ReturnType<typeof videoItems>) => photos.map(({ id }) => id);

describe('the pictures of a video', () => {
  it('are the first of each product, and more of each when these are too few', () => {
    expect(idsOf(videoItems(many(4), uses()))).toEqual(['a0', 'a1', 'a2', 'a3']);
    const two = [
      product({ id: 'p', photoAssetIds: ['a', 'b', 'c'] }),
      product({ id: 'q', photoAssetIds: ['d'] }),
    ];
    expect(idsOf(videoItems(two, uses()))).toEqual(['a', 'd', 'b']);
  });

  it('are those chosen, in their order, each with its product', () => {
    const made = videoItems(many(4), uses(['a3', 'a1', 'a2']));
    expect(idsOf(made)).toEqual(['a3', 'a1', 'a2']);
    expect(made.items.map(({ productId }) => productId)).toEqual(['p3', 'p1', 'p2']);
  });

  it('stop at ten of many products', () => {
    expect(idsOf(videoItems(many(30), uses()))).toHaveLength(10);
  });

  it('must be three, not counting those that are too small', () => {
    const two = [...many(2), product({ id: 't', photoAssetIds: ['tiny'] })];
    expect(() => videoItems(two, uses())).toThrow(
      expect.objectContaining({ code: 'too-few-photos', params: { least: 3, count: 2 } }),
    );
  });
});
