import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestTools, type TestTools } from '../../../tests/support/test-tools.ts';
import { defaultShop } from '../../shop/default-shop.ts';
import { catalogueService, type CatalogueService } from '../service.ts';

let tools: TestTools;
let service: CatalogueService;

beforeEach(() => {
  tools = openTestTools();
  service = catalogueService(tools, {
    readShop: () => defaultShop('fr', 'Europe/Paris'),
    readAsset: () => undefined,
    postsWithProduct: () => [],
    countCreations: () => 0,
  });
});
afterEach(() => tools.close());

function file(content: string | Buffer, name = 'produits.csv'): string {
  const path = join(tools.folder, name);
  writeFileSync(path, content);
  return path;
}

function importText(content: string | Buffer, more: object = {}) {
  return service.importFile({ path: file(content), confirm: true, ...more });
}

const products = () => service.search({ limit: 200 }).items;
const own = 'Réf;Désignation;Prix TTC;Qté\n';

describe('a file of the merchant’s own', () => {
  test('in Windows-1252 with ; and 12,90 € is read as it was meant', async () => {
    const text = `${own}CAC-15;Cache-pot « été »;12,90 €;3\nŒIL;Œillet;1.299,00 €;\n`;
    const answer = await importText(iconv.encode(text, 'windows-1252'));
    expect(answer).toMatchObject({
      rows: 2,
      valid: 2,
      problems: [],
      imported: 2,
      reading: {
        encoding: 'windows-1252',
        separator: ';',
        mapping: { Réf: 'sku', Désignation: 'title', 'Prix TTC': 'price', Qté: 'stock' },
      },
    });
    expect(products()).toMatchObject([
      { sku: 'CAC-15', title: 'Cache-pot « été »', price: 1290, currency: 'EUR', stock: 3 },
      { sku: 'ŒIL', title: 'Œillet', price: 129900, stock: 0 },
    ]);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('in %s with its mark', async (encoding) => {
    const bytes = iconv.encode(`${own}A;Été;5;1\n`, encoding, { addBOM: true });
    const answer = await importText(bytes);
    expect(answer.reading.encoding).toBe(encoding);
    expect(products()).toMatchObject([{ sku: 'A', title: 'Été' }]);
  });

  test('in UTF-16 without a mark, and with the encoding said aloud', async () => {
    const bytes = iconv.encode(`${own}A;Terre cuite;5;1\n`, 'utf-16le', { addBOM: false });
    expect((await importText(bytes)).valid).toBe(1);
    const told = await importText(iconv.encode(`${own}B;Été;5;1\n`, 'windows-1252'), {
      encoding: 'windows-1252',
    });
    expect(told.imported).toBe(1);
  });

  test('with a title above, a blank line within and a total below', async () => {
    const answer = await importText(
      `Stock au 1er novembre;;;\n${own}A;Arum;24,90;8\n;;;\nB;Broc;x;1\nTotal;;49,80;16\n`,
    );
    expect(answer).toMatchObject({ rows: 2, valid: 1, imported: 1 });
    expect(answer.problems).toMatchObject([{ row: 4, column: 'Prix TTC' }]);
  });

  test('with line breaks, quotes and separators in its cells', async () => {
    const answer = await importText(
      'sku,name,price,description\n"A","Pot ""Zinc"", 15",14,"Deux\nlignes, et une virgule"\nB,Broc,5,\n',
    );
    expect(answer.imported).toBe(2);
    expect(products()[0]).toMatchObject({
      title: 'Pot "Zinc", 15',
      description: 'Deux\nlignes, et une virgule',
    });
  });
});

describe('a bad row', () => {
  test('is told with row, column and reason, and the others are imported', async () => {
    const answer = await importText(
      `${own}A;Arum;24,90;8\nB;Broc;12,9O;1\nC;Cruche;-5;1\nD;;5;1\n;Sans code;5;1\nE;Etui;CHF 5;1\nF;Faux;5;beaucoup\nG;Grand;1.299;1\nH;Haut;=1+2;1\n`,
    );
    expect(answer).toMatchObject({ rows: 9, valid: 2, imported: 2 });
    expect(answer.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Prix TTC', 'price-letter'],
      [4, 'Prix TTC', 'price-negative'],
      [5, 'Désignation', 'title-missing'],
      [6, 'Réf', 'sku-missing'],
      [7, 'Prix TTC', 'price-currency'],
      [8, 'Qté', 'stock-unreadable'],
      [10, 'Prix TTC', 'price-unreadable'],
    ]);
    // the other prices say that a comma separates decimals
    expect(products().at(-1)).toMatchObject({ sku: 'G', price: 129900 });
  });
});
