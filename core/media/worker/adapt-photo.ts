import { maxPixels, type SharpModule } from './load-sharp.ts';
import type { Part, WorkerOps } from './worker-messages.ts';
import { writeThrough } from './write-through.ts';

type Size = { widthPx: number; heightPx: number };

const longestSidePx = 2048;
const narrowestPaperPx = 1080;
const mostBytes = 4_000_000;
const qualities = [92, 86, 78, 66, 54] as const;

/** Writes another cut of a photo as JPEG: a part of it, or the whole of it on paper. Upright, sRGB, only
 *  pixels; never enlarged. */
export async function adaptPhoto(
  sharp: SharpModule,
  { path, outPath, crop, frame }: WorkerOps['adaptPhoto']['input'],
): Promise<WorkerOps['adaptPhoto']['output']> {
  const ground = frame?.colour ?? '#ffffff';
  const upright = await sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
    .autoOrient()
    .flatten({ background: ground })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  const area = cutOf({ widthPx: width, heightPx: height }, crop);
  const { paper, picture } = layOut({ widthPx: area.width, heightPx: area.height }, frame?.ratio);
  const left = Math.floor((paper.widthPx - picture.widthPx) / 2);
  const top = Math.floor((paper.heightPx - picture.heightPx) / 2);
  const { data, info } = await sharp(upright.data, { raw: { width, height, channels } })
    .extract(area)
    .resize(picture.widthPx, picture.heightPx, { fit: 'fill' })
    .extend({
      left,
      top,
      right: paper.widthPx - picture.widthPx - left,
      bottom: paper.heightPx - picture.heightPx - top,
      background: ground,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bytes = await encode(sharp, data, info);
  await writeThrough(outPath, bytes);
  return { widthPx: info.width, heightPx: info.height, sizeBytes: bytes.length };
}

/** Whole pixels inside the photo. */
function cutOf({ widthPx, heightPx }: Size, part: Part | undefined) {
  if (!part) return { left: 0, top: 0, width: widthPx, height: heightPx };
  const left = Math.min(widthPx - 1, Math.round(part.x * widthPx));
  const top = Math.min(heightPx - 1, Math.round(part.y * heightPx));
  return {
    left,
    top,
    width: Math.max(1, Math.min(widthPx - left, Math.round(part.width * widthPx))),
    height: Math.max(1, Math.min(heightPx - top, Math.round(part.height * heightPx))),
  };
}

/** The paper just holds the picture, and is as wide as a feed likes it; what is too large shrinks. */
function layOut(photo: Size, ratio: number | undefined): { paper: Size; picture: Size } {
  const wish = ratio ?? photo.widthPx / photo.heightPx;
  const least = ratio === undefined ? 1 : narrowestPaperPx;
  const paperWidth = Math.max(photo.widthPx, photo.heightPx * wish, least);
  const scale = Math.min(1, longestSidePx / Math.max(paperWidth, paperWidth / wish));
  const whole = (px: number) => Math.max(1, Math.round(px * scale));
  const picture = { widthPx: whole(photo.widthPx), heightPx: whole(photo.heightPx) };
  if (ratio === undefined) return { paper: picture, picture };
  const paper = { widthPx: whole(paperWidth), heightPx: whole(paperWidth / wish) };
  return {
    paper,
    picture: {
      widthPx: Math.min(paper.widthPx, picture.widthPx),
      heightPx: Math.min(paper.heightPx, picture.heightPx),
    },
  };
}

async function encode(
  sharp: SharpModule,
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: 1 | 2 | 3 | 4 },
): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await sharp(data, { raw: { width, height, channels } })
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer();
    if (bytes.length <= mostBytes) break;
  }
  return bytes;
}
