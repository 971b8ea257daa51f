import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contrast } from '../../../shared/scene/colours.ts';
import { oklabDistance, oklabOfColour } from '../../../shared/scene/oklab.ts';
import { proposeColours } from '../../../shared/scene/propose-colours.ts';
import { loadSharp, type SharpModule } from './load-sharp.ts';
import { readPalette } from './read-palette.ts';
import { trimLogo } from './trim-logo.ts';

let sharp: SharpModule;
const folder = mkdtempSync(join(tmpdir(), 'vitrine-logo-'));
beforeAll(async () => {
  sharp = await loadSharp();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);

/** A green block with a brass one in it, on a ground of its own, 600 × 400. */
async function logo(name: string, ground: { r: number; g: number; b: number; alpha: number }) {
  const block = (width: number, height: number, background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
  const layers = [
    { input: await block(300, 120, '#1F5A3C'), left: 100, top: 150 },
    { input: await block(60, 60, '#D9A441'), left: 140, top: 180 },
  ];
  const image = sharp({ create: { width: 600, height: 400, channels: 4, background: ground } });
  await image.composite(layers).toFile(file(name));
  return file(name);
}
const clear = { r: 0, g: 0, b: 0, alpha: 0 };
const white = { r: 255, g: 255, b: 255, alpha: 1 };

test.each([
  ['clear.png', clear],
  ['clear.webp', clear],
  ['white.png', white],
  ['white.jpg', white],
  ['white.tiff', white],
  ['white.avif', white],
] as const)('the edges of %s are taken away, what is clear stays so', async (name, ground) => {
  const path = await logo(name, ground);
  const outPath = file(`${name}-out.png`);
  const done = await trimLogo(sharp, { path, outPath });
  if (!done.trimmed) return expect.fail('not trimmed');
  // Packed pictures blur an edge by a pixel or two.
  expect(Math.abs(done.widthPx - 300)).toBeLessThanOrEqual(4);
  expect(Math.abs(done.heightPx - 120)).toBeLessThanOrEqual(4);
  const { width, height, hasAlpha } = await sharp(outPath).metadata();
  expect({ width, height, hasAlpha }).toEqual({
    width: done.widthPx,
    height: done.heightPx,
    hasAlpha: true,
  });
});

test('a picture to its edges, an empty one and one on a ramp stay as they are', async () => {
  const plain = sharp({ create: { width: 80, height: 80, channels: 3, background: '#888888' } });
  await plain.png().toFile(file('plain.png'));
  const ramp = Buffer.from(Array.from({ length: 90 * 90 }, (_, at) => (at % 90) * 2));
  await sharp(ramp, { raw: { width: 90, height: 90, channels: 1 } })
    .png()
    .toFile(file('ramp.png'));
  for (const name of ['plain.png', 'ramp.png'])
    expect(await trimLogo(sharp, { path: file(name), outPath: file('none.png') }), name).toEqual({
      trimmed: false,
    });
});

test('the colours of a logo are found, always the same, and make a kit that can be read', async () => {
  const path = await logo('palette.png', clear);
  const { colours } = await readPalette(sharp, { path });
  expect(await readPalette(sharp, { path })).toEqual({ colours });
  const near = (wished: string) =>
    colours.some(
      ({ colour }) => oklabDistance(oklabOfColour(colour), oklabOfColour(wished)) < 0.02,
    );
  expect([near('#1F5A3C'), near('#D9A441'), near('#000000')]).toEqual([true, true, false]);
  expect(colours[0]?.share).toBeGreaterThan(0.8);
  const kit = proposeColours(colours);
  expect(oklabDistance(oklabOfColour(kit.ground), oklabOfColour('#1F5A3C'))).toBeLessThan(0.06);
  expect(oklabDistance(oklabOfColour(kit.accent), oklabOfColour('#D9A441'))).toBeLessThan(0.1);
  expect(contrast(kit.paper, kit.ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(kit.accent, kit.ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([[[]], [['#FFFFFF']], [['#000000', '#FFFFFF']], [['#FF0000']], [['#FFFF00', '#FFFFFF']]])(
  'a kit of %j can be read too',
  (seen) => {
    const kit = proposeColours(seen.map((colour) => ({ colour, share: 1 / seen.length })));
    expect(contrast(kit.paper, kit.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(kit.accent, kit.ground)).toBeGreaterThanOrEqual(4.5);
  },
);
