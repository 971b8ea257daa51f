import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { writeHeic } from '../../support/heic-factory.ts';
import { photoPixels } from '../../support/media-factory.ts';
import { writeTiff } from '../../support/write-tiff.ts';

/** A file with what it is answered: a code, several where decoders may differ, or that it comes in. */
export type HostileFile = { name: string; bytes: Buffer; answers: readonly string[] };

const widthPx = 96;
const heightPx = 72;
const tooLarge = ['picture-too-large'];
const cut = ['picture-incomplete', 'not-a-picture', 'heic-refused', 'file-empty'];
const comesIn = ['came in'];

const photo = (seed = 5) =>
  sharp(photoPixels(widthPx, heightPx, seed), {
    raw: { width: widthPx, height: heightPx, channels: 3 },
  });

/** Small files that say they are huge. */
async function bombs(ffmpegPath: string): Promise<HostileFile[]> {
  const jpeg = await photo().jpeg().toBuffer();
  const startOfFrame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(65_000, startOfFrame + 5);
  jpeg.writeUInt16BE(65_000, startOfFrame + 7);
  const gif = await photo().gif().toBuffer();
  gif.writeUInt16LE(65_000, 6);
  gif.writeUInt16LE(65_000, 8);
  const avif = await photo().avif({ effort: 0 }).toBuffer();
  const size = avif.indexOf('ispe') + 8;
  avif.writeUInt32BE(65_000, size);
  avif.writeUInt32BE(65_000, size + 4);
  const webp = await photo().webp({ lossless: true }).toBuffer();
  // Fourteen bits each, less one.
  webp.writeUInt32LE(0x0fffffff, webp.indexOf('VP8L') + 9);
  const pixels = photoPixels(8, 8);
  const tiff = { pixels, channels: 3, photometric: 2 } as const;
  const heic = writeHeic(ffmpegPath, {
    ...{ pixels: photoPixels(widthPx, heightPx, 5), widthPx, heightPx, tilePx: 64 },
    claimed: { widthPx: 65_000, heightPx: 65_000 },
  });
  return [
    { name: '65000.jpg', bytes: jpeg, answers: tooLarge },
    {
      name: '65000.png',
      bytes: resized(await photo().png().toBuffer(), 65_000, 65_000),
      answers: tooLarge,
    },
    {
      name: 'thread.png',
      bytes: resized(await photo().png().toBuffer(), 65_000, 1),
      answers: tooLarge,
    },
    // Its frame alone says how large it is.
    { name: '65000.gif', bytes: gif, answers: comesIn },
    { name: '65000.avif', bytes: avif, answers: [...tooLarge, ...cut] },
    { name: '16384.webp', bytes: webp, answers: [...tooLarge, ...cut] },
    {
      ...{ name: '65000.tif', answers: tooLarge },
      bytes: writeTiff({ ...tiff, widthPx: 65_000, heightPx: 65_000 }),
    },
    { name: '65000.heic', bytes: heic, answers: [...tooLarge, 'heic-refused'] },
  ];
}

/** A PNG whose header says another size, with its sum right. */
function resized(png: Buffer, width: number, height: number): Buffer {
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** Every kind that is read, cut at each tenth. */
async function truncated(ffmpegPath: string): Promise<HostileFile[]> {
  const whole: [string, Buffer][] = [
    ['jpg', await photo().jpeg().toBuffer()],
    ['progressive.jpg', await photo().jpeg({ progressive: true }).toBuffer()],
    ['png', await photo().png().toBuffer()],
    ['webp', await photo().webp().toBuffer()],
    ['gif', await photo().gif().toBuffer()],
    ['tif', await photo().tiff({ compression: 'lzw' }).toBuffer()],
    ['avif', await photo().avif({ effort: 0 }).toBuffer()],
    [
      'heic',
      writeHeic(ffmpegPath, { pixels: photoPixels(widthPx, heightPx, 5), widthPx, heightPx }),
    ],
  ];
  return whole.flatMap(([kind, bytes]) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => ({
      name: `cut at ${tenth}.${kind}`,
      bytes: bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)),
      answers: cut,
    })),
  );
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';

/** Files that are several things at once, or not what their name says. */
async function posing(): Promise<HostileFile[]> {
  const jpeg = await photo(6).jpeg().toBuffer();
  const second = await photo(7).jpeg().toBuffer();
  const png = await photo(8).png().toBuffer();
  const text = (name: string, words: string, answers: readonly string[]): HostileFile => ({
    ...{ name, bytes: Buffer.from(words), answers },
  });
  return [
    text('drawing.svg', drawing, ['svg-refused']),
    text('drawing.jpg', `<?xml version="1.0"?><!-- a -->${drawing}`, ['svg-refused']),
    text('page.png', `<!DOCTYPE html><html><body>${drawing}</body></html>`, ['svg-refused']),
    {
      ...{ name: 'wide letters.png', answers: ['svg-refused'] },
      bytes: Buffer.from(`\ufeff${drawing}`, 'utf16le'),
    },
    text('program.gif', 'GIF89a/*\x01\x00*/=1;alert(1)//', cut),
    {
      name: 'archive.jpg',
      bytes: Buffer.concat([jpeg, Buffer.from('PK\x03\x04secret')]),
      answers: comesIn,
    },
    // What cameras write for two views: the first is the picture.
    { name: 'views.mpo', bytes: Buffer.concat([second, jpeg]), answers: comesIn },
    {
      ...{ name: 'menu.jpg', answers: ['pdf-refused'] },
      bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), jpeg]),
    },
    { name: 'moving.png', bytes: moving(png), answers: comesIn },
    text('list.jpg', "ffconcat version 1.0\nfile '/etc/passwd'\n", ['playlist-refused']),
    { name: 'nothing.jpg', bytes: Buffer.alloc(0), answers: ['file-empty'] },
    { name: 'zeros.jpg', bytes: Buffer.alloc(5000), answers: ['not-a-picture'] },
    {
      ...{ name: 'old lab.tif', answers: ['format-unsupported'] },
      bytes: writeTiff({
        ...{ pixels: Buffer.alloc(48), widthPx: 4, heightPx: 4, channels: 3, photometric: 8 },
      }),
    },
  ];
}

/** A PNG that says it moves: its picture is its first frame. */
function moving(png: Buffer): Buffer {
  const control = Buffer.concat([Buffer.from('acTL'), Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(8, 0);
  frame.writeUInt32BE(crc32(control), 4);
  const chunk = Buffer.concat([frame.subarray(0, 4), control, frame.subarray(4)]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

export async function hostileFiles(): Promise<HostileFile[]> {
  const { ffmpegPath } = await findFfmpeg();
  return [...(await bombs(ffmpegPath)), ...(await truncated(ffmpegPath)), ...(await posing())];
}
