import sharp from 'sharp';
import { embedIcc } from '../../../core/media/worker/embed-icc.ts';
import {
  displayP3,
  rec2020,
  toConnectionSpace,
  writeIccProfile,
  type ColourSpace,
} from '../../../core/media/worker/icc-profile.ts';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { writeHeic } from '../../support/heic-factory.ts';
import { readInkProfile } from '../../support/read-ink-profile.ts';
import { writeTiff } from '../../support/write-tiff.ts';

type Inks = [cyan: number, magenta: number, yellow: number, black: number];
export type Colour = [red: number, green: number, blue: number];
/** A file with what its patches are to look like, in sRGB; row after row. */
export type ColourFile = {
  name: string;
  bytes: Buffer;
  patches: readonly Colour[];
  columns: number;
};

export const patchPx = 24;
const columns = 6;

const adobeRgb: ColourSpace = {
  ...displayP3,
  name: 'Adobe RGB',
  red: [0.64, 0.33],
  green: [0.21, 0.71],
  curve: 563 / 256,
};
const proPhoto: ColourSpace = {
  name: 'ProPhoto',
  red: [0.7347, 0.2653],
  green: [0.1596, 0.8404],
  blue: [0.0366, 0.0001],
  white: [0.3457, 0.3585],
  curve: 1.8,
};
const srgb: ColourSpace = {
  ...displayP3,
  name: 'sRGB',
  red: [0.64, 0.33],
  green: [0.3, 0.6],
};

/** Colours of all hues, darks and lights, inside sRGB. */
const vivid: Colour[] = [
  ...([
    [200, 40, 40],
    [40, 160, 60],
    [40, 60, 190],
    [220, 180, 30],
    [180, 50, 150],
    [30, 150, 170],
  ] as Colour[]),
  ...([
    [115, 82, 68],
    [194, 150, 130],
    [98, 122, 157],
    [87, 108, 67],
    [133, 128, 177],
    [103, 189, 170],
  ] as Colour[]),
  ...([
    [243, 243, 242],
    [200, 200, 200],
    [160, 160, 160],
    [122, 122, 121],
    [85, 85, 85],
    [30, 30, 30],
  ] as Colour[]),
];
/** Inks on paper, 0 to 255: skin, leaf, sky, greys of all inks and of black alone, deep shades. */
const printed: Inks[] = [
  [2, 108, 149, 163],
  [0, 73, 97, 58],
  [131, 72, 2, 76],
  [107, 2, 196, 145],
  [120, 1, 126, 126],
  [100, 0, 200, 0],
  [0, 200, 200, 0],
  [200, 150, 0, 0],
  [30, 30, 30, 30],
  [39, 17, 31, 195],
  [0, 0, 0, 128],
  [180, 170, 170, 200],
];

function paint(
  patches: readonly Colour[],
  at: (colour: Colour) => Colour = (colour) => colour,
): Uint16Array {
  return laid(patches.map(at), 3);
}
function laid(patches: readonly (readonly number[])[], channels: number): Uint16Array {
  const [width, height] = sizeOf(patches);
  const values = new Uint16Array(width * height * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const patch = patches[Math.floor(y / patchPx) * columns + Math.floor(x / patchPx)];
      if (patch) values.set(patch, (y * width + x) * channels);
    }
  return values;
}
function sizeOf(patches: readonly unknown[]): [width: number, height: number] {
  return [columns * patchPx, Math.ceil(patches.length / columns) * patchPx];
}
function eight(patches: readonly Colour[], values = paint(patches)) {
  const [width, height] = sizeOf(patches);
  return sharp(Buffer.from(Uint8Array.from(values)), { raw: { width, height, channels: 3 } });
}
function sixteen(patches: readonly Colour[], values: Uint16Array) {
  const [width, height] = sizeOf(patches);
  return sharp(values, { raw: { width, height, channels: 3 } }).toColourspace('rgb16');
}

/** The numbers that say an sRGB colour in another space, 0 to `most`; by our own arithmetic. */
function inSpace(space: ColourSpace, most: number): (colour: Colour) => Colour {
  const from = rowsOf(toConnectionSpace(srgb));
  const to = rowsOf(toConnectionSpace(space));
  return (colour) => {
    const linear = colour.map((part) => decode(part / 255));
    const xyz = from.map((row) => row.reduce((sum, part, at) => sum + part * (linear[at] ?? 0), 0));
    return solve(to, xyz).map((part) =>
      Math.round(encode(Math.max(0, part), space.curve) * most),
    ) as Colour;
  };
}
function rowsOf(columnsOf: readonly (readonly number[])[]): number[][] {
  return [0, 1, 2].map((row) => columnsOf.map((column) => column[row] ?? 0));
}
function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
function encode(value: number, curve: ColourSpace['curve']): number {
  if (curve !== 'srgb') return Math.min(1, value) ** (1 / curve);
  return Math.min(1, value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}
/** By Cramer's rule. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = (rows: readonly (readonly number[])[]) => {
    const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] =
      rows;
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  };
  return [0, 1, 2].map(
    (column) => size(matrix.map((row, at) => row.with(column, right[at] ?? 0))) / size(matrix),
  );
}

const jpeg = { quality: 96, chromaSubsampling: '4:4:4' };

async function wideFiles(): Promise<ColourFile[]> {
  const files: ColourFile[] = [];
  for (const space of [srgb, displayP3, adobeRgb, proPhoto, rec2020]) {
    const profile = writeIccProfile(space);
    const low = eight(vivid, paint(vivid, inSpace(space, 255)));
    const high = sixteen(vivid, paint(vivid, inSpace(space, 65_535)));
    files.push(
      file(`${space.name}.jpg`, embedIcc(await low.clone().jpeg(jpeg).toBuffer(), profile)),
      file(`${space.name}.png`, embedIcc(await low.clone().png().toBuffer(), profile)),
      file(`${space.name} 16.png`, embedIcc(await high.png().toBuffer(), profile)),
    );
  }
  return files;
}

function file(name: string, bytes: Buffer, patches: readonly Colour[] = vivid): ColourFile {
  return { name, bytes, patches, columns };
}

async function plainFiles(): Promise<ColourFile[]> {
  const rgb = () => eight(vivid);
  const greys = vivid.slice(12).map((colour): Colour => [colour[0], colour[0], colour[0]]);
  const grey = () => eight(greys).toColourspace('b-w');
  const { ffmpegPath } = await findFfmpeg();
  const [widthPx, heightPx] = sizeOf(vivid);
  const pixels = Buffer.from(Uint8Array.from(paint(vivid)));
  const inP3 = Buffer.from(Uint8Array.from(paint(vivid, inSpace(displayP3, 255))));
  return [
    file('plain.webp', await rgb().webp({ lossless: true }).toBuffer()),
    file(
      'plain.avif',
      await rgb().avif({ quality: 95, effort: 0, chromaSubsampling: '4:4:4' }).toBuffer(),
    ),
    file('plain.tif', await rgb().tiff({ compression: 'lzw' }).toBuffer()),
    file('palette.png', await rgb().png({ palette: true, colours: 64 }).toBuffer()),
    file('plain.gif', await rgb().gif().toBuffer()),
    file('p3 v4.jpg', await rgb().withIccProfile('p3').jpeg(jpeg).toBuffer()),
    file('p3.tif', await rgb().withIccProfile('p3').tiff().toBuffer()),
    file('p3.webp', await rgb().withIccProfile('p3').webp({ lossless: true }).toBuffer()),
    file('broken profile.jpg', embedIcc(await rgb().jpeg(jpeg).toBuffer(), Buffer.alloc(600, 7))),
    file('clear.png', await rgb().ensureAlpha().png().toBuffer()),
    file('grey.jpg', await grey().jpeg(jpeg).toBuffer(), greys),
    file('grey.png', await grey().png().toBuffer(), greys),
    file('grey 16.tif', await eight(greys).toColourspace('grey16').tiff().toBuffer(), greys),
    file('grey clear.png', await grey().ensureAlpha().png().toBuffer(), greys),
    ...(await printFiles()),
    ...labFiles(),
    file('plain.heic', writeHeic(ffmpegPath, { pixels, widthPx, heightPx, bits: 10 })),
    file(
      'p3.heic',
      writeHeic(ffmpegPath, { pixels: inP3, widthPx, heightPx, bits: 10, primaries: 12 }),
    ),
    file(
      'adobe.heic',
      writeHeic(ffmpegPath, {
        pixels: Buffer.from(Uint8Array.from(paint(vivid, inSpace(adobeRgb, 255)))),
        widthPx,
        heightPx,
        bits: 10,
        icc: writeIccProfile(adobeRgb),
      }),
    ),
  ];
}

/** Files of inks, exactly these; what they look like is read from the profile's own table by the tests.
 *  One without a profile is taken for the same common paper. */
async function printFiles(): Promise<ColourFile[]> {
  const sample = eight(vivid).toColourspace('cmyk').withIccProfile('cmyk');
  const { icc } = await sharp(await sample.tiff().toBuffer()).metadata();
  if (!icc) throw new Error('the common inks have a profile');
  const look = readInkProfile(icc);
  const patches = printed.map((inks) => look(inks));
  const [widthPx, heightPx] = sizeOf(patches);
  const pixels = Buffer.from(Uint8Array.from(laid(printed, 4)));
  const tiff = { pixels, widthPx, heightPx, channels: 4, photometric: 5 } as const;
  const asItIs = (bytes: Buffer) =>
    sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg(jpeg);
  const named = writeTiff({ ...tiff, icc });
  return [
    file('print.tif', named, patches),
    file('print, no profile.tif', writeTiff(tiff), patches),
    file('print.jpg', await asItIs(named).keepIccProfile().toBuffer(), patches),
    file('print, no profile.jpg', await asItIs(named).toBuffer(), patches),
  ];
}

/** Lab under D50, as photo programs write it, of 16 bits. */
function labFiles(): ColourFile[] {
  const [widthPx, heightPx] = sizeOf(vivid);
  const words = laid(
    vivid.map((colour) => labWords(colour)),
    3,
  );
  const pixels = Buffer.from(Uint16Array.from(words).buffer);
  const tiff = { pixels, widthPx, heightPx, channels: 3, bits: 16, photometric: 8 } as const;
  return [file('lab 16.tif', writeTiff(tiff))];
}

function labWords(colour: Colour): number[] {
  const linear = colour.map((part) => decode(part / 255));
  const [x = 0, y = 0, z = 0] = rowsOf(toConnectionSpace(srgb)).map((row, at) => {
    const part = row.reduce((sum, one, channel) => sum + one * (linear[channel] ?? 0), 0);
    const light = part / ([0.9642, 1, 0.8249][at] ?? 1);
    return light > 216 / 24_389 ? Math.cbrt(light) : ((24_389 / 27) * light + 16) / 116;
  });
  const whole = [(116 * y - 16) * 655.35, 500 * (x - y) * 256, 200 * (y - z) * 256];
  return whole.map((word) => Math.round(word) & 0xffff);
}

/** Every kind of colour that a camera, a phone, a scanner or a printer's file brings. */
export async function colourFiles(): Promise<ColourFile[]> {
  return [...(await wideFiles()), ...(await plainFiles())];
}
