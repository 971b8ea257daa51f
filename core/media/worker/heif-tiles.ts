import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { heifCalls, readWord } from './heif-calls.ts';

/** Names of libheif's interface. */
const rgb = 1;
const interleaved = { rgb: 10, channel: 10 } as const;
const channels = 3;

type Tiling = Record<
  'columns' | 'rows' | 'tileWidthPx' | 'tileHeightPx' | 'widthPx' | 'heightPx',
  number
>;
type Pixels = { pixels: Uint8Array; widthPx: number; heightPx: number; strideBytes: number };

/** The pixels of a picture that phones cut into tiles, upright, decoded one tile after the other: whole,
 *  48 million pixels stand in the decoder's memory in three forms at once, which is more than a worker
 *  may hold. Undefined for a picture of one piece, or whose tiles do not simply stand side by side. */
export function decodeHeifTiles(lib: Libheif, handle: number): Pixels | undefined {
  const tiling = readTiling(lib, handle);
  if (!tiling) return undefined;
  const { widthPx, heightPx } = tiling;
  const strideBytes = widthPx * channels;
  const pixels = new Uint8Array(strideBytes * heightPx);
  for (let row = 0; row < tiling.rows; row++)
    for (let column = 0; column < tiling.columns; column++)
      placeTile(lib, handle, { tiling, row, column, pixels });
  return { pixels, widthPx, heightPx, strideBytes };
}

function readTiling(lib: Libheif, handle: number): Tiling | undefined {
  const at = lib._malloc(128);
  heifCalls(lib).call((error) => lib._heif_image_handle_get_image_tiling(error, handle, 1, at));
  const [columns, rows, tileWidthPx, tileHeightPx, widthPx, heightPx, top, left] = [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((place) => readWord(lib, at + place * 4)),
  ] as [number, number, number, number, number, number, number, number];
  const isWhole =
    widthPx === lib._heif_image_handle_get_width(handle) &&
    heightPx === lib._heif_image_handle_get_height(handle);
  // Turned, what the last tiles have too much stands first.
  if (columns * rows < 2 || !isWhole || top !== 0 || left !== 0) return undefined;
  const covers = columns * tileWidthPx >= widthPx && rows * tileHeightPx >= heightPx;
  return covers ? { columns, rows, tileWidthPx, tileHeightPx, widthPx, heightPx } : undefined;
}

type Place = { tiling: Tiling; row: number; column: number; pixels: Uint8Array };

function placeTile(lib: Libheif, handle: number, { tiling, row, column, pixels }: Place): void {
  const image = heifCalls(lib).word((error, out) =>
    lib._heif_image_handle_decode_image_tile(
      ...([error, handle, out, rgb, interleaved.rgb, 0, column, row] as const),
    ),
  );
  const strideAt = lib._malloc(4);
  const plane = lib._heif_image_get_plane_readonly(image, interleaved.channel, strideAt);
  const strideBytes = readWord(lib, strideAt);
  const [left, top] = [column * tiling.tileWidthPx, row * tiling.tileHeightPx];
  const widthPx = Math.min(
    lib._heif_image_get_width(image, interleaved.channel),
    tiling.widthPx - left,
  );
  const heightPx = Math.min(
    lib._heif_image_get_height(image, interleaved.channel),
    tiling.heightPx - top,
  );
  for (let y = 0; y < heightPx; y++) {
    const from = plane + y * strideBytes;
    const line = lib.HEAPU8.subarray(from, from + widthPx * channels);
    pixels.set(line, ((top + y) * tiling.widthPx + left) * channels);
  }
  lib._heif_image_release(image);
}
