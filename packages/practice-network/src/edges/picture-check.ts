import { open } from 'node:fs/promises';
import type { Sharp } from 'sharp';

// sharp must never meet a file of another kind under a picture's name.
process.env['VIPS_BLOCK_UNTRUSTED'] ??= '1';

export interface Picture {
  bytes: Buffer;
  widthPx: number;
  heightPx: number;
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'bmp';

const marks: readonly (readonly [PictureFormat, RegExp])[] = [
  ['jpeg', /^ffd8ff/],
  ['png', /^89504e470d0a1a0a/],
  ['gif', /^47494638/],
  ['webp', /^52494646.{8}57454250/],
  ['tiff', /^(49492a00|4d4d002a)/],
  ['bmp', /^424d/],
];

/** What kind of picture the first bytes say it is. */
export function pictureFormat(start: Buffer): PictureFormat | undefined {
  const hex = start.subarray(0, 16).toString('hex');
  return marks.find(([, mark]) => mark.test(hex))?.[0];
}

export async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const maxPixels = 100_000_000;

async function openPicture(source: string | Buffer): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(source, { limitInputPixels: maxPixels, failOn: 'truncated' });
}

/** The size of a picture as it is seen, without decoding it. */
export async function pictureSize(
  source: string | Buffer,
): Promise<{ widthPx: number; heightPx: number }> {
  const { width, height, orientation } = await (await openPicture(source)).metadata();
  const turned = (orientation ?? 1) >= 5;
  return turned ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
}

/** Decodes a picture wholly and writes it again as a JPEG that fits `maxSidePx`. */
export async function reencode(source: string | Buffer, maxSidePx: number): Promise<Picture> {
  const { data, info } = await (
    await openPicture(source)
  )
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: maxSidePx, height: maxSidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: 88 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

/** A smaller copy for an address that asks for a width. */
export async function narrowed(path: string, widthPx: number): Promise<Buffer> {
  return (await openPicture(path)).resize({ width: widthPx }).jpeg({ quality: 82 }).toBuffer();
}
