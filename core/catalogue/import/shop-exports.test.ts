import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCatalogue, type TestCatalogue } from '../../../tests/support/catalogue-fixture.ts';
import { openTestTools, type TestTools } from '../../../tests/support/test-tools.ts';

let tools: TestTools;
let service: TestCatalogue;

beforeEach(() => {
  tools = openTestTools();
  service = openTestCatalogue(tools);
});
afterEach(() => tools.close());

async function importRows(...rows: string[]) {
  const path = join(tools.folder, 'export.csv');
  writeFileSync(path, rows.join('\r\n'));
  const answer = await service.importFile({ path, confirm: true });
  return { answer, items: service.search({}).items };
}

test('Shopify: variants and further pictures follow the first row of a handle', async () => {
  const { answer, items } = await importRows(
    'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src',
    `mug,Mug émail,"<p>Un mug.</p><p>Va au four &amp; au feu</p>",Couleur,Bleu,'MUG-B,4,14.00,18.00,'4006381333931,https://x/1.jpg`,
    "mug,,,,Rouge,'MUG-R,0,14.00,,,",
    'mug,,,,,,,,,,https://x/2.jpg',
    "plat,Plat,,Title,Default Title,'PLAT,2,30.00,30.00,,",
  );
  expect(answer).toMatchObject({ rows: 3, valid: 3, problems: [] });
  expect(items).toMatchObject([
    {
      sku: 'MUG-B',
      title: 'Mug émail, Bleu',
      description: 'Un mug.\nVa au four & au feu',
      price: 1800,
      salePrice: 1400,
      gtin: '4006381333931',
      stock: 4,
    },
    { sku: 'MUG-R', title: 'Mug émail, Rouge', description: 'Un mug.\nVa au four & au feu' },
    { sku: 'PLAT', title: 'Plat', price: 3000 },
  ]);
  expect(items[2]).not.toHaveProperty('salePrice');
});

test('WooCommerce: variations take the words of their parent', async () => {
  const { answer, items } = await importRows(
    '\ufeffID,Type,SKU,Name,Published,Short description,Description,In stock?,Stock,Sale price,Regular price,Categories,Parent',
    '10,variable,POT,Pot terre cuite,1,,Tourné à la main,1,,,,"Pots > Terre, Jardin",',
    '11,variation,POT-S,"Pot terre cuite - S",1,,,1,3,,"12,50",,POT',
    '12,variation,POT-L,,1,,,0,,"15,00","18,00",,POT',
    '13,grouped,LOT,Lot de pots,1,,,1,,,,,',
    '14,"simple, virtual",BON,Bon cadeau,1,,,1,,,"20,00",,',
  );
  expect(answer).toMatchObject({ rows: 3, problems: [] });
  expect(items).toMatchObject([
    { sku: 'POT-S', title: 'Pot terre cuite - S', price: 1250, stock: 3 },
    { sku: 'POT-L', title: 'Pot terre cuite', description: 'Tourné à la main', salePrice: 1500 },
    { sku: 'BON', price: 2000 },
  ]);
});

test('PrestaShop: the final price and the reference, ; between', async () => {
  const { answer, items } = await importRows(
    'ID;Image;Nom;Référence;Catégorie;Prix (HT);Prix final;Quantité;État',
    '1;;"Vase ; haut";VAS-1;Vases;10,00;12,00;7;1',
  );
  expect(answer.reading.separator).toBe(';');
  expect(items).toMatchObject([{ sku: 'VAS-1', title: 'Vase ; haut', price: 1200, stock: 7 }]);
});

test('Etsy: upper case headers, entities, one currency', async () => {
  const { items } = await importRows(
    'TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,SKU',
    'L&#39;arum &amp; co,Peint à la main,24.90,EUR,1,,,https://x/1.jpg,ETSY-1',
  );
  expect(items).toMatchObject([{ sku: 'ETSY-1', title: "L'arum & co", price: 2490, stock: 1 }]);
});

test('Meta and Google: tabs, prices with their currency, links', async () => {
  const { answer, items } = await importRows(
    'id\ttitle\tdescription\tavailability\tcondition\tprice\tsale_price\tlink\timage_link\tbrand\tgtin',
    'A-1\tTasse\tBleue\tin_stock\tnew\t12.90 EUR\t9.90 EUR\thttps://shop.example/tasse\thttps://x/1.jpg\tRosa\t4006381333931',
    'A-2\tBol\tVert\tout_of_stock\tnew\t8.00 EUR\t\tshop.example/bol\t\tRosa\t',
    'A-3\tPlat\tRond\tin_stock\tnew\t8.00 USD\t\t\t\tRosa\t',
  );
  expect(answer.problems).toMatchObject([{ row: 4, column: 'price', code: 'price-currency' }]);
  expect(items).toMatchObject([
    { sku: 'A-1', price: 1290, salePrice: 990, link: 'https://shop.example/tasse' },
    { sku: 'A-2', stock: 0, link: 'https://shop.example/bol' },
  ]);
});
