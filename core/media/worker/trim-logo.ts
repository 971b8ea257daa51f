import { stat } from 'node:fs/promises';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import type { Crop, WorkerOps } from './worker-messages.ts';

/** No picture draws a logo larger than this. */
const longestSidePx = 2400;
/** More see-through than this is an edge; so is what differs less than that from the corners. */
const seenAlpha = 10;
const seenDifference = 26;

type Pixels = { rgba: Uint8Array; widthPx: number; heightPx: number };

/** Writes a logo without its transparent or plain edges, as PNG; nothing when it has none. */
export async function trimLogo(
  sharp: SharpModule,
  { path, outPath }: WorkerOps['trimLogo']['input'],
): Promise<WorkerOps['trimLogo']['output']> {
  const { data, info } = await sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
    .autoOrient()
    .resize(longestSidePx, longestSidePx, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const whole = { rgba: data, widthPx: info.width, heightPx: info.height };
  const box = inkBox(whole);
  if (!box || (box.widthPx === whole.widthPx && box.heightPx === whole.heightPx))
    return { trimmed: false };
  await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .extract({ left: box.leftPx, top: box.topPx, width: box.widthPx, height: box.heightPx })
    .png({ compressionLevel: 9 })
    .toFile(outPath);
  const { widthPx, heightPx } = box;
  return { trimmed: true, widthPx, heightPx, sizeBytes: (await stat(outPath)).size };
}

/** What is left without edges in which nothing is seen. Nothing when the corners differ or when nothing
 *  at all is seen. */
export function inkBox(pixels: Pixels): Crop | undefined {
  const isSeen = seenIn(pixels);
  if (!isSeen) return undefined;
  const { widthPx, heightPx } = pixels;
  const isRow = (y: number) => some(widthPx, (x) => isSeen(x, y));
  const top = first(heightPx, isRow);
  if (top === undefined) return undefined;
  const foot = last(heightPx, isRow) ?? top;
  const isColumn = (x: number) => some(foot - top + 1, (step) => isSeen(x, top + step));
  const left = first(widthPx, isColumn) ?? 0;
  const right = last(widthPx, isColumn) ?? left;
  return { leftPx: left, topPx: top, widthPx: right - left + 1, heightPx: foot - top + 1 };
}

/** Tells ink from edge: by transparency where there is any at the corners, else by their colour. */
function seenIn({ rgba, widthPx, heightPx }: Pixels) {
  const at = (x: number, y: number): number => (y * widthPx + x) * 4;
  const corners = [
    [0, 0],
    [widthPx - 1, 0],
    [0, heightPx - 1],
    [widthPx - 1, heightPx - 1],
  ].map(([x = 0, y = 0]) => at(x, y));
  const alphaOf = (index: number): number => rgba[index + 3] ?? 0;
  if (corners.some((corner) => alphaOf(corner) <= seenAlpha))
    return (x: number, y: number) => alphaOf(at(x, y)) > seenAlpha;
  const [plain = 0] = corners;
  const differs = (index: number): boolean =>
    [0, 1, 2, 3].some(
      (part) => Math.abs((rgba[index + part] ?? 0) - (rgba[plain + part] ?? 0)) > seenDifference,
    );
  if (corners.some(differs)) return undefined;
  return (x: number, y: number) => differs(at(x, y));
}

function some(count: number, found: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index += 1) if (found(index)) return true;
  return false;
}

function first(count: number, found: (index: number) => boolean): number | undefined {
  for (let index = 0; index < count; index += 1) if (found(index)) return index;
  return undefined;
}

function last(count: number, found: (index: number) => boolean): number | undefined {
  for (let index = count - 1; index >= 0; index -= 1) if (found(index)) return index;
  return undefined;
}
