import { deflateRawSync, crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import writeWorkbook from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBulk, type TestBulk } from '../../tests/support/bulk-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { Problem } from '../../shared/contract/problem.ts';

let tools: TestTools;
let studio: TestBulk;

beforeEach(() => {
  tools = openTestTools();
  studio = openTestBulk(tools);
});
afterEach(async () => {
  await studio.posts.publishing.close();
  tools.close();
});

const open = (content: string | Uint8Array, name = 'plan.csv') =>
  studio.bulk.open({ path: studio.file(name, content) });
const cellsOf = (sessionId: string) =>
  studio.bulk.rows({ sessionId }).items.map((row) => row.cells);

async function refusal(content: string | Uint8Array, name?: string): Promise<[string, unknown]> {
  try {
    await open(content, name);
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.params['context']];
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A ZIP of these entries; `claims` writes another size into the headers than there is. */
function zip(entries: Record<string, Buffer>, claims?: number): Buffer {
  const locals: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    table.push(Buffer.from('PK\x01\x02\x14\x00'), facts, tail, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const head = 'Date;Heure;Comptes;Texte\n';

describe('text', () => {
  test('a hundred thousand rows are refused with a sentence', async () => {
    const row = '26/11/2026;18:30;La Serre;Bonjour\n';
    expect(await refusal(head + row.repeat(100_000))).toEqual(['table-too-large', 'rows']);
    expect(studio.bulk.current()).toEqual({});
  });

  test('a cell of ten megabytes and a quote that is never closed are refused', async () => {
    expect(await refusal(`${head}26/11/2026;18:30;La Serre;${'x'.repeat(10_000_000)}\n`)).toEqual([
      'csv-unreadable',
      'quotes',
    ]);
    expect(await refusal(`${head};;;"${'x;\n'.repeat(500_000)}`)).toEqual([
      'csv-unreadable',
      'quotes',
    ]);
  });

  test('NUL, nothing, blanks and headers alone are refused', async () => {
    expect(await refusal(`${head}26/11/2026;18:30;La\0Serre;x\n`)).toEqual([
      'csv-unreadable',
      'binary',
    ]);
    expect((await refusal(''))[0]).toBe('table-empty');
    expect((await refusal('\ufeff'))[0]).toBe('table-empty');
    expect((await refusal('\n\n;;;\n'))[0]).toBe('table-empty');
    expect((await refusal(head))[0]).toBe('table-empty');
  });

  test('CR alone, ragged rows, doubled headers and a doubled mark are read', async () => {
    const text =
      'Date;Heure;Texte;Texte;Comptes\r26/11/2026;18:30;Un;Deux\r27/11/2026;9h;Trois;;La Serre;trop;';
    const session = await open(iconv.encode(`\ufeff\ufeff${text}`, 'utf8'));
    expect(session.mapping).toEqual(['date', 'time', 'caption', '', 'accounts']);
    expect(cellsOf(session.sessionId)).toEqual([
      { date: '26/11/2026', time: '18:30', caption: 'Un' },
      { date: '27/11/2026', time: '9h', caption: 'Trois', accounts: 'La Serre' },
    ]);
  });

  test('names of object parts are only words', async () => {
    const { sessionId } = await open(`${head}26/11/2026;18:30;__proto__;constructor\n`);
    const [row] = studio.bulk.rows({ sessionId }).items;
    expect(row?.issues[0]).toMatchObject({ code: 'account-unknown', found: '__proto__' });
    expect(row?.cells.caption).toBe('constructor');
  });
});

describe('workbooks', () => {
  test('dates, times, numbers, formulas and a hidden sheet', async () => {
    const day = new Date(Date.UTC(2026, 10, 26));
    const bytes = await writeWorkbook([
      {
        sheet: 'Notes',
        data: [
          ['Date', 'Texte'],
          ['caché', 'caché'],
        ],
      },
      {
        sheet: 'Plan & vente',
        data: [
          ['Date', 'Heure', 'Comptes', 'Texte'],
          [
            { value: day, type: Date, format: 'dd/mm/yyyy' },
            { value: new Date(Date.UTC(1899, 11, 30, 18, 30)), type: Date, format: 'hh:mm' },
            'La Serre',
            { value: 12345, type: Number },
          ],
          ['2026-11-27', '18h30', 'La Serre', ' texte '],
          [{ value: 46354, type: Number }, { value: 0.5, type: Number }, 'La Serre', true],
        ],
      },
    ]).toBuffer();
    const session = await open(await hideSheet(bytes, 'Notes'), 'plan.xlsx');
    expect(session).toMatchObject({ kind: 'workbook', sheet: 'Plan & vente' });
    const rows = studio.bulk.rows({ sessionId: session.sessionId }).items;
    expect(rows.map((row) => [row.row, row.wall, row.cells.caption])).toEqual([
      [2, '2026-11-26T18:30', '12345'],
      [3, '2026-11-27T18:30', ' texte '],
      [4, '2026-11-28T12:00', 'true'],
    ]);
  });

  test('other kinds are refused by name, damaged ones too', async () => {
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls')).toEqual([
      'table-kind',
      'xls',
    ]);
    expect(await refusal(zip({ 'content.xml': Buffer.from('<x/>') }), 'a.ods')).toEqual([
      'table-kind',
      'ods',
    ]);
    expect(await refusal(zip({ '../../etc/passwd': Buffer.from('x') }), 'a.zip')).toEqual([
      'table-kind',
      'other',
    ]);
    const cut = (await writeWorkbook([['Date']]).toBuffer()).subarray(0, 1500);
    expect((await refusal(cut, 'a.xlsx'))[0]).toBe('table-damaged');
    const broken = zip({ 'xl/workbook.xml': Buffer.from('<workbook') });
    expect((await refusal(broken, 'a.xlsx'))[0]).toBe('table-damaged');
  });

  test('F86 a bomb is not unpacked, whatever size it claims', async () => {
    const bomb = { 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/a.xml': Buffer.alloc(200_000_000) };
    expect((await refusal(zip(bomb), 'bomb.xlsx'))[0]).toBe('table-damaged');
    expect((await refusal(zip(bomb, 10), 'bomb.xlsx'))[0]).toBe('table-damaged');
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`xl/${index}`, Buffer.alloc(0)]),
    );
    expect((await refusal(zip(many), 'many.xlsx'))[0]).toBe('table-damaged');
  });
});

/** The same workbook with one sheet hidden, as its program would save it. */
async function hideSheet(bytes: Buffer, name: string): Promise<Buffer> {
  const { listArchive, unpackEntry } = await import('../tables/read-archive.ts');
  const entries: Record<string, Buffer> = {};
  for (const entry of listArchive(bytes) ?? []) {
    const content = await unpackEntry(bytes, entry, 1_000_000);
    if (!content) throw new Error(`${entry.name} does not unpack`);
    entries[entry.name] =
      entry.name === 'xl/workbook.xml'
        ? Buffer.from(content.toString().replace(`name="${name}"`, `name="${name}" state="hidden"`))
        : content;
  }
  return zip(entries);
}
