import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMediaFactory } from '../../tests/support/media-factory.ts';
import { openTestStudio, type TestStudio } from '../../tests/support/test-studio.ts';

let test: TestStudio;
beforeEach(() => {
  test = openTestStudio();
});
afterEach(() => test.close());

it('draws a product once as it is now, and anew when its price is another', async () => {
  const make = createMediaFactory(join(test.tools.folder, 'brought'));
  const brought = await test.library.importPath(await make.jpeg('arum.jpg', 900, 900));
  const photoAssetIds = brought.ok ? [brought.assetId] : [];
  test.addProduct({ id: 'p1', photoAssetIds, link: 'https://laserre.example/arum' });
  const draw = (templateId: string) =>
    test.studio.drawProduct({ productId: 'p1', templateId, format: '1:1' });

  const card = await draw('etiquette');
  expect(card).toMatchObject({ kind: 'photo', widthPx: 1080, heightPx: 1080, productIds: ['p1'] });
  expect(await test.library.verifyAsset(card.id)).toBe(true);
  expect((await draw('etiquette')).id).toBe(card.id);
  expect((await draw('code-qr')).hash).not.toBe(card.hash);
  test.addProduct({ id: 'p1', photoAssetIds, priceMinor: 1990 });
  expect((await draw('etiquette')).id).not.toBe(card.id);
});

it('says what is missing', async () => {
  test.addProduct({ id: 'bare' });
  const draw = (productId: string) =>
    test.studio.drawProduct({ productId, templateId: 'etiquette', format: '1:1' });
  await expect(draw('bare')).rejects.toThrow('photo-missing');
  await expect(draw('unknown')).rejects.toThrow('product-unknown');
});
