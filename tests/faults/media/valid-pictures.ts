import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { writeHeic } from '../../support/heic-factory.ts';
import { photoPixels } from '../../support/media-factory.ts';

const fontsDir = join(import.meta.dirname, '../../../resources/fonts');

/** Also a font. */
export type ValidPicture = { name: string; bytes: Buffer };

const widthPx = 96;
const heightPx = 72;

/** A small valid file of each kind that the library takes. */
export async function validPictures(): Promise<ValidPicture[]> {
  const pixels = photoPixels(widthPx, heightPx, 5);
  const photo = () => sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  const film = () =>
    sharp(photoPixels(64, 192), { raw: { width: 64, height: 192, channels: 3, pageHeight: 64 } });
  const { ffmpegPath } = await findFfmpeg();
  const heic = { pixels, widthPx, heightPx };
  const made: [string, Promise<Buffer> | Buffer][] = [
    ['plain.jpg', photo().jpeg().toBuffer()],
    [
      'progressive.jpg',
      photo()
        .withExif({ IFD0: { Make: 'Cam' } })
        .jpeg({ progressive: true })
        .toBuffer(),
    ],
    ['print.jpg', photo().toColourspace('cmyk').jpeg().toBuffer()],
    ['plain.png', photo().png().toBuffer()],
    ['deep.png', photo().toColourspace('rgb16').png().toBuffer()],
    ['palette.png', photo().png({ palette: true }).toBuffer()],
    ['plain.webp', photo().webp().toBuffer()],
    ['moving.webp', film().webp({ loop: 0 }).toBuffer()],
    ['moving.gif', film().gif().toBuffer()],
    ['plain.avif', photo().avif({ effort: 0 }).toBuffer()],
    ['plain.tif', photo().tiff({ compression: 'lzw' }).toBuffer()],
    ['jpeg.tif', photo().tiff({ compression: 'jpeg' }).toBuffer()],
    ['plain.heic', writeHeic(ffmpegPath, heic)],
    ['tiles.heic', writeHeic(ffmpegPath, { ...heic, tilePx: 64, turns: 1 })],
  ];
  return Promise.all(made.map(async ([name, bytes]) => ({ name, bytes: await bytes })));
}

/** Fonts that ship: with curves of both kinds of weight, upright and slanted. */
export function validFonts(): ValidPicture[] {
  return ['Fraunces_600SemiBold.ttf', 'Fraunces_400Regular_Italic.ttf', 'Inter_400Regular.ttf'].map(
    (name) => ({ name, bytes: readFileSync(join(fontsDir, name)) }),
  );
}
