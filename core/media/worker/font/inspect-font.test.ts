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
