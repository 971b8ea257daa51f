import { describe, expect, test } from 'vitest';
import type { ProductFact } from '../../shared/facts.ts';
import { product } from '../../tests/support/shop-facts.ts';
import { readAlts, readTags, writeTag } from './read-tags.ts';

const skus = ['POT', 'VASE@0.1/0.2', '2:ODD', 'A,B'];
const read = {
  findSku: (sku: string): ProductFact | undefined =>
    skus.includes(sku) ? product({ id: sku, sku }) : undefined,
  isVideo: (assetId: string) => assetId === 'film',
};
const tagsOf = (cell: string, assetIds = ['a', 'b']) => readTags(cell, assetIds, read);

describe('tags', () => {
  test('without a place they stand side by side in the middle of the first picture', () => {
    expect(tagsOf('POT, 2:ODD').tags).toEqual([
      [
        { productId: 'POT', x: 0.333, y: 0.5 },
        { productId: '2:ODD', x: 0.667, y: 0.5 },
      ],
      undefined,
    ]);
  });

  test('with a place they stand there; a video has no places', () => {
    expect(tagsOf('2:POT@0.25/0.75').tags).toEqual([
      undefined,
      [{ productId: 'POT', x: 0.25, y: 0.75 }],
    ]);
    expect(tagsOf('POT@0.2/0.2', ['film']).tags).toEqual([[{ productId: 'POT' }]]);
  });

  test('codes that look like places or lists are codes first', () => {
    for (const sku of skus) {
      expect(tagsOf(sku).tags[0]?.[0]?.productId).toBe(sku);
      const written = writeTag({ sku, mediaIndex: 1, x: 0.5, y: 0.5 });
      const isList = sku.includes(',');
      if (!isList) expect(tagsOf(written).tags[1]).toEqual([{ productId: sku, x: 0.5, y: 0.5 }]);
    }
  });

  test('an unknown code and a picture that is not there are told, with the cell without them', () => {
    expect(tagsOf('POT ; NOPE ; 3:POT').issues).toMatchObject([
      { code: 'sku-unknown', found: 'NOPE', fixes: [{ cells: { tags: 'POT ; 3:POT' }, by: '' }] },
      { code: 'tag-no-medium', found: '3:POT' },
    ]);
  });

  test('a place outside the picture is none', () => {
    expect(tagsOf('POT@1.5/0.5').tags[0]).toEqual([{ productId: 'POT', x: 0.5, y: 0.5 }]);
  });
});

describe('alt texts', () => {
  test('one picture takes the whole cell, several take lines or what stands between bars', () => {
    expect(readAlts('Un | arum\nblanc', 1).texts).toEqual(['Un | arum\nblanc']);
    expect(readAlts('Un\n\nTrois | quatre', 3).texts).toEqual(['Un', '', 'Trois | quatre']);
    expect(readAlts('Un | Deux', 2).texts).toEqual(['Un', 'Deux']);
  });

  test('too many and too long are told', () => {
    expect(readAlts('Un | Deux | Trois', 2).issues).toMatchObject([{ code: 'alt-too-many' }]);
    expect(readAlts('x'.repeat(1001), 1).issues).toMatchObject([
      { code: 'alt-too-long', level: 'error' },
    ]);
    expect(readAlts('  ', 2)).toEqual({ texts: [], issues: [] });
  });
});
