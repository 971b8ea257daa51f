import { open, readFile } from 'node:fs/promises';
import type { Metadata, Sharp } from 'sharp';
import { copyJpeg } from './copy-jpeg.ts';
import { notesOfKind } from './inspect-photo.ts';
import { maxPixels, maxSidePx, type SharpModule } from './load-sharp.ts';
import { labToSrgb } from './lab-to-srgb.ts';
import type { WorkerOps } from './worker-messages.ts';
import { hashBytes, writeThrough } from './write-through.ts';

/** What is larger is worked with as a copy of this size: decoded for the export, and once more to be turned
 *  upright, 100 million pixels take most of what a worker may hold. Networks show four million. */
const mostWorkingPixels = 50_000_000;
/** Phones write so many, always as JPEG, which is decoded at half its size for the asking. */
const maxJpegPixels = 210_000_000;

/** Writes a copy of what sharp would hand on wrongly, or what is too large to work with: an 8-bit sRGB copy
 *  of a picture of more bits that names its colours (sharp works on those in Display P3, and what is taken
 *  out of it as sRGB without a word comes out pale), of one in Lab, which it takes to be seen under another
 *  white, and the first view of a moving AVIF. Undefined for every other picture, and for one that cannot
 *  be read: looking at it will say why. */
export async function plainCopy(
  sharp: SharpModule,
  { path, outPath }: WorkerOps['plainCopy']['input'],
): Promise<WorkerOps['plainCopy']['output']> {
  try {
    const moving = await stillOfMoving(path);
    const source = moving ?? path;
    const facts = await sharp(source, { limitInputPixels: false }).metadata();
    const isDeep = facts.depth === 'ushort' && facts.hasProfile;
    if (!moving && !isLab(facts) && !isDeep && !isHuge(facts)) return {};
    if (isTooLarge(facts)) return {};
    const upright = isLab(facts) ? await fromLab(sharp, source) : plainly(sharp, source);
    const sized = isHuge(facts) ? smaller(upright, facts) : upright;
    const bytes = facts.hasAlpha
      ? await sized.png({ compressionLevel: 4 }).toBuffer()
      : await sized.jpeg(copyJpeg).toBuffer();
    await writeThrough(outPath, bytes);
    const kind = facts.hasAlpha ? 'png' : 'jpeg';
    const copy = { kind, sizeBytes: bytes.length, hash: hashBytes(bytes) } as const;
    const notes = [...(isHuge(facts) ? ['reduced'] : []), ...(moving ? ['animated'] : [])];
    return { copy, notes: [...notes, ...(isLab(facts) ? [] : notesOfKind(facts))] };
  } catch {
    return {};
  }
}

const options = { failOn: 'truncated', limitInputPixels: maxJpegPixels } as const;

const isLab = ({ space }: Metadata) => space === 'lab' || space === 'labs';
const isHuge = ({ width, height }: Metadata) => width * height > mostWorkingPixels;

function isTooLarge({ width, height, format }: Metadata): boolean {
  const most = format === 'jpeg' ? maxJpegPixels : maxPixels;
  return width * height > most || width > maxSidePx || height > maxSidePx;
}

/** Upright, in the proportions it has; a very large JPEG by half, because its decoder does that itself. */
function smaller(upright: Sharp, { width, height, autoOrient }: Metadata): Sharp {
  const least = Math.sqrt((width * height) / mostWorkingPixels);
  const times = width * height > maxPixels ? Math.max(2, least) : least;
  return upright.resize(
    Math.floor(autoOrient.width / times),
    Math.floor(autoOrient.height / times),
    {
      fit: 'fill',
    },
  );
}

const headBytes = 12;
/** As much as a picture may have; a larger file is told so where it is looked at. */
const maxFileBytes = 100_000_000;

/** A moving AVIF holds its first view as a picture of its own, before the film. sharp reads it once the
 *  file no longer calls itself a sequence. */
async function stillOfMoving(path: string): Promise<Buffer | undefined> {
  const file = await open(path);
  const head = Buffer.alloc(headBytes);
  try {
    if ((await file.stat()).size > maxFileBytes) return undefined;
    await file.read(head, 0, headBytes, 0);
  } finally {
    await file.close();
  }
  if (head.toString('latin1', 4) !== 'ftypavis') return undefined;
  const bytes = await readFile(path);
  bytes.write('avif', 8, 'latin1');
  return bytes;
}

function plainly(sharp: SharpModule, source: string | Buffer): Sharp {
  return sharp(source, options)
    .autoOrient()
    .toColourspace('srgb')
    .withIccProfile('srgb', { attach: false });
}

async function fromLab(sharp: SharpModule, source: string | Buffer): Promise<Sharp> {
  const { data, info } = await sharp(source, options)
    .autoOrient()
    .pipelineColourspace('lab')
    .toColourspace('lab')
    .removeAlpha()
    .raw({ depth: 'float' })
    .toBuffer({ resolveWithObject: true });
  const lab = new Float32Array(data.buffer, data.byteOffset, data.length / 4);
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  return sharp(labToSrgb(lab), { raw, limitInputPixels: maxPixels });
}
