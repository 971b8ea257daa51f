import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectFont, mostFontBytes } from './inspect-font.ts';
import { readSfnt } from './read-sfnt.ts';

const fonts = join(import.meta.dirname, '../../../../resources/fonts');
const fraunces = readFileSync(join(fonts, 'Fraunces_600SemiBold.ttf'));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-font-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inspected(bytes: Uint8Array) {
  const path = join(folder, 'brought.ttf');
  writeFileSync(path, bytes);
  return inspectFont({ path });
}

test('reads a font that ships, with its name, weight and every letter of French', async () => {
  expect(await inspected(fraunces)).toMatchObject({
    family: 'Fraunces',
    weight: 600,
    style: 'normal',
    embedding: 'free',
    missing: '',
    sizeBytes: fraunces.length,
  });
  expect(readSfnt(readFileSync(join(fonts, 'Fraunces_400Regular_Italic.ttf')))?.style).toBe(
    'italic',
  );
});

test('a font without Latin letters is refused', async () => {
  const arabic = readFileSync(join(fonts, 'Twemoji.ttf'));
  await expect(inspected(arabic)).rejects.toThrow('font-unreadable');
});

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array(0)],
  ['a text', new TextEncoder().encode('<svg onload="alert(1)"/>')],
  ['its first half', fraunces.subarray(0, fraunces.length / 2)],
])('refuses %s', async (_, bytes) => {
  await expect(inspected(bytes)).rejects.toThrow('font-unreadable');
});

test.each(['wOFF', 'wOF2', 'ttcf'])('says of %s that it is packed', async (mark) => {
  const bytes = Buffer.concat([Buffer.from(mark), fraunces.subarray(4, 4000)]);
  await expect(inspected(bytes)).rejects.toThrow('font-packed');
});

test('refuses what is too heavy before reading it', async () => {
  const path = join(folder, 'heavy.ttf');
  writeFileSync(path, '');
  truncateSync(path, mostFontBytes + 1);
  await expect(inspectFont({ path })).rejects.toThrow('font-too-large');
});

test('a variable font comes in with the weight it has where nothing is set', async () => {
  const still = readFileSync(join(fonts, 'Inter_400Regular.ttf'));
  const variable = withTable(still, 'fvar', weightAxis({ from: 100, usual: 400, to: 900 }));
  expect(await inspected(variable)).toMatchObject({
    ...{ family: 'Inter', weight: 400, missing: '', isVariable: true },
  });
  expect(await inspected(still)).toMatchObject({ isVariable: false });
});

/** A table that says that a font can be drawn in weights between two. */
function weightAxis({ from, usual, to }: { from: number; usual: number; to: number }): Buffer {
  const table = Buffer.alloc(36);
  // Version 1.0, one axis of 20 bytes from byte 16 on, no named instances.
  for (const [at, value] of [1, 0, 16, 2, 1, 20, 0, 8].entries())
    table.writeUInt16BE(value, 2 * at);
  table.write('wght', 16);
  for (const [at, value] of [from, usual, to].entries())
    table.writeInt32BE(value << 16, 20 + 4 * at);
  return table;
}

/** The font with one table more, which goes behind the others. */
function withTable(font: Buffer, tag: string, table: Buffer): Buffer {
  const count = font.readUInt16BE(4);
  const head = Buffer.from(font.subarray(0, 12));
  head.writeUInt16BE(count + 1, 4);
  const entries = Array.from({ length: count }, (_, index) => {
    const entry = Buffer.from(font.subarray(12 + 16 * index, 28 + 16 * index));
    entry.writeUInt32BE(entry.readUInt32BE(8) + 16, 8);
    return entry;
  });
  const added = Buffer.alloc(16);
  added.write(tag);
  added.writeUInt32BE(font.length + 16, 8);
  added.writeUInt32BE(table.length, 12);
  const sorted = [...entries, added].toSorted((one, other) =>
    one.toString('latin1', 0, 4) < other.toString('latin1', 0, 4) ? -1 : 1,
  );
  return Buffer.concat([head, ...sorted, font.subarray(12 + 16 * count), table]);
}
