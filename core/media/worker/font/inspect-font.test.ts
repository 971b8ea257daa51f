import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../../shared/contract/problem.ts';
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
  ['a packed web font', Uint8Array.from([0x77, 0x4f, 0x46, 0x32, ...fraunces.subarray(4, 4000)])],
])('refuses %s', async (_, bytes) => {
  await expect(inspected(bytes)).rejects.toThrow('font-unreadable');
});

test('refuses what is too heavy before reading it', async () => {
  const path = join(folder, 'heavy.ttf');
  writeFileSync(path, '');
  truncateSync(path, mostFontBytes + 1);
  await expect(inspectFont({ path })).rejects.toThrow('font-too-large');
});

test('a font with wrong bytes anywhere is read or refused, never more', async () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 40; round += 1) {
    const bytes = Uint8Array.from(fraunces);
    const at = round % 2 === 0 ? random(600) : random(bytes.length);
    for (let step = 0; step < 24; step += 1) bytes[(at + random(200)) % bytes.length] = random(256);
    const outcome = await inspected(bytes).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
  }
});
