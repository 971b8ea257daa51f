import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCatalogue, type TestCatalogue } from '../../../tests/support/catalogue-fixture.ts';
import { openTestTools, type TestTools } from '../../../tests/support/test-tools.ts';

let tools: TestTools;
let service: TestCatalogue;

beforeEach(() => {
  tools = openTestTools();
  service = openTestCatalogue(tools);
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

  test('leaves out nothing of what it could not take: rows are good or told', async () => {
    const content = `${own}A;Arum;24,90;8\nA;Encore;1,00;1\nB;Broc;-1;1\nC;Cruche;2;x\n`;
    const { rows, valid, problems } = await importText(content);
    expect(rows).toBe(valid + problems.length);
  });
});

describe('two rows with one code', () => {
  const twice = `${own}MUG-01;Premier;1,00;1\nX;Autre;2,00;1\nMUG-01;Second;3,00;1\n`;

  test('keep the first unless told otherwise, and say so', async () => {
    const answer = await importText(twice);
    expect(answer).toMatchObject({ rows: 3, valid: 2, imported: 2 });
    expect(answer.problems).toEqual([
      {
        row: 4,
        column: 'Réf',
        code: 'sku-twice',
        reason: 'Le code MUG-01 est aux lignes 2 et 4 ; la ligne 2 est gardée.',
        cells: ['MUG-01', 'Second', '3,00', '1'],
      },
    ]);
    expect(products().map((product) => product.title)).toEqual(['Premier', 'Autre']);
  });

  test('keep the last when asked', async () => {
    const answer = await importText(twice, { duplicates: 'keep-last' });
    expect(answer.problems).toMatchObject([{ row: 2, code: 'sku-twice' }]);
    expect(products().map((product) => product.title)).toEqual(['Autre', 'Second']);
  });
});

describe('looking before importing', () => {
  test('writes nothing without confirm', async () => {
    const answer = await importText(`${own}A;Arum;24,90;8\n`, { confirm: false });
    expect(answer).toMatchObject({ rows: 1, valid: 1, imported: 0 });
    expect(answer.reading).toMatchObject({
      headers: ['Réf', 'Désignation', 'Prix TTC', 'Qté'],
      preview: [['A', 'Arum', '24,90', '8']],
      decimalMark: ',',
    });
    expect(products()).toEqual([]);
    expect(tools.heard).toEqual([]);
  });

  test('says which columns are missing, and takes them from a mapping', async () => {
    const path = file('Bidule;Machin;Truc\nA;Arum;24,90\n');
    await expect(service.importFile({ path, confirm: false })).rejects.toMatchObject({
      code: 'csv-columns-missing',
      params: { missing: 'code, nom, prix', found: 'Bidule, Machin, Truc' },
    });
    const mapping = { Bidule: 'sku', title: 'Machin', Truc: 'price' };
    const answer = await service.importFile({ path, confirm: true, mapping });
    expect(answer.imported).toBe(1);
    expect(products()).toMatchObject([{ sku: 'A', title: 'Arum', price: 2490 }]);
  });

  test('a price without tax is not taken for the price', async () => {
    const path = file('Référence;Nom;Prix HT\nA;Arum;20,00\n');
    await expect(service.importFile({ path, confirm: false })).rejects.toMatchObject({
      code: 'csv-columns-missing',
      params: { missingFields: ['price'] },
    });
  });

  test('what only a person can know is asked once for the file', async () => {
    const path = file(`${own}A;Collier;1.299;1\nB;Bague;2.450;1\n`);
    const unsure = await service.importFile({ path, confirm: false });
    expect(unsure.problems.map((problem) => problem.code)).toEqual([
      'price-ambiguous',
      'price-ambiguous',
    ]);
    const sure = await service.importFile({ path, confirm: true, decimalMark: ',' });
    expect(sure.imported).toBe(2);
    expect(products()[0]).toMatchObject({ price: 129900 });
  });
});

describe('importing again', () => {
  test('changes products by their code and keeps what the file does not say', async () => {
    await importText('sku;nom;prix;stock;description\nA;Arum;24,90;8;Blanc\n');
    const answer = await importText('sku;nom;prix\nA;Arum blanc;22,00\nB;Broc;5\n');
    expect(answer.imported).toBe(2);
    expect(products()).toMatchObject([
      { sku: 'A', title: 'Arum blanc', price: 2200, stock: 8, description: 'Blanc' },
      { sku: 'B', stock: 0 },
    ]);
  });

  test('a code is text: leading zeros stay, case counts', async () => {
    await importText('sku;nom;prix\n007;Bond;7\nmug;Petit;1\nMUG;Grand;2\n');
    expect(products().map((product) => product.sku)).toEqual(['007', 'mug', 'MUG']);
  });

  test('the same clientId imports once', async () => {
    const input = { path: file(`${own}A;Arum;24,90;8\n`), confirm: true, clientId: 'c1' };
    const first = await service.importFile(input);
    service.remove(products().map((product) => product.id));
    expect(await service.importFile(input)).toEqual(first);
    expect(products()).toEqual([]);
  });
});

test('a formula stays text and is never more than text', async () => {
  const answer = await importText(
    'sku,title,price,description\nA,"=HYPERLINK(""http://x"")",5,+33 4 72\n',
  );
  expect(answer.imported).toBe(1);
  expect(products()[0]).toMatchObject({ title: '=HYPERLINK("http://x")', description: '+33 4 72' });
});

test.each([
  ['nothing at all', Buffer.alloc(0), 'empty'],
  ['a workbook', Buffer.from('PK\x03\x04rest of a zip'), 'workbook'],
  ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'binary'],
  ['a quote never closed', Buffer.from('sku;nom;prix\n"A;Arum;5\nB;Broc;6\n'), 'quotes'],
])('refuses %s with a sentence', async (_name, bytes, context) => {
  await expect(importText(bytes)).rejects.toMatchObject({
    code: 'csv-unreadable',
    params: { name: 'produits.csv', context },
  });
});

test('a file that is gone is said to be gone', async () => {
  const path = join(tools.folder, 'nowhere.csv');
  await expect(service.importFile({ path, confirm: true })).rejects.toMatchObject({
    code: 'file-missing',
    params: { name: 'nowhere.csv' },
  });
});

test('every code of a bad row has its sentence in both languages', async () => {
  const content = [
    'sku;nom;prix;promo;stock;ean;lien;devise',
    'A;;1;;;;;',
    ';X;1;;;;;',
    'B;X;;;;;;',
    'C;X;1;2;;;;',
    'D;X;1;;x;;;',
    'E;X;1;;;123;;',
    'F;X;1;;;;javascript:alert(1);',
    'G;X;1;;;;;USD',
    'H;X;99999999999999;;;;;',
    'I;X;1234,567;;;;;',
    `${'J'.repeat(101)};X;1;;;;;`,
    `K;${'x'.repeat(201)};1;;;;;`,
  ].join('\n');
  for (const language of ['fr', 'en'] as const) {
    const path = file(content);
    const { problems } = await service.importFile({ path, confirm: false }, language);
    expect(problems).toHaveLength(12);
    for (const { reason, column } of problems) {
      expect(reason).toMatch(/^[^{}]+\.$/);
      expect(reason).not.toContain('import.');
      expect(column).not.toBe('');
    }
  }
});

test('F84 reads 100,000 rows, half of them bad, into one transaction while other work goes on', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    index % 2 === 0 ? `S-${index};Produit ${index};12,90 €;5` : `S-${index};Produit;12,9O;5`,
  );
  let breaths = 0;
  const breathing = setInterval(() => (breaths += 1), 1);
  const answer = await importText(own + rows.join('\n'));
  clearInterval(breathing);
  expect(answer).toMatchObject({ rows: 100_000, valid: 50_000, imported: 50_000 });
  expect(answer.problems).toHaveLength(50_000);
  expect(service.counts().all).toBe(50_000);
  expect(breaths).toBeGreaterThan(10);
  expect(tools.heard).toEqual([{ type: 'changed', topic: 'catalogue' }]);
}, 120_000);
