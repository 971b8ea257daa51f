import { readFile, stat } from 'node:fs/promises';
import type { Libheif } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';
import { Problem } from '../../../shared/contract/problem.ts';
import { copyJpeg } from './copy-jpeg.ts';
import { embedIcc } from './embed-icc.ts';
import { heifCalls, readWord } from './heif-calls.ts';
import { decodeHeifTiles } from './heif-tiles.ts';
import { displayP3, rec2020, writeIccProfile } from './icc-profile.ts';
import { maxSidePx, type SharpModule } from './load-sharp.ts';
import type { WorkerOps } from './worker-messages.ts';
import { hashBytes, writeThrough } from './write-through.ts';

/** Larger ones would need more memory than a worker may hold: its planes, its pixels and the copy that
 *  is written stand beside each other. The largest phone pictures have 48 million. */
const maxHeicPixels = 50_000_000;
const maxFileBytes = 100_000_000;
const maxMemoryBytes = 600_000_000;

/** Names of libheif's interface. */
const rgb = 1;
const interleaved = { rgb: 10, rgba: 11, channel: 10 } as const;
const primaries: Record<number, Buffer> = {
  9: writeIccProfile(rec2020),
  11: writeIccProfile(displayP3),
  12: writeIccProfile(displayP3),
};

/** Decodes a HEIC picture once and writes what the rest of the studio reads: a JPEG (a PNG where it has
 *  holes), upright, with the picture's own colour profile. Everything lives in a fresh WebAssembly
 *  memory that is dropped afterwards. */
export async function decodeHeic(
  sharp: SharpModule,
  { path, outPath }: WorkerOps['decodeHeic']['input'],
): Promise<WorkerOps['decodeHeic']['output']> {
  const fileBytes = (await stat(path)).size;
  if (fileBytes > maxFileBytes)
    throw new Problem('file-too-large', { sizeMb: Math.ceil(fileBytes / 1e6), limitMb: 100 });
  const lib = await loadLibheif();
  const { pixels, widthPx, heightPx, strideBytes, channels, profile } = decode(
    lib,
    await readFile(path),
  );
  const raw = { width: strideBytes / channels, height: heightPx, channels };
  const upright = sharp(pixels, { raw }).extract({
    left: 0,
    top: 0,
    width: widthPx,
    height: heightPx,
  });
  const encoded =
    channels === 4
      ? await upright.png({ compressionLevel: 4 }).toBuffer()
      : await upright.jpeg(copyJpeg).toBuffer();
  const bytes = profile ? embedIcc(encoded, profile) : encoded;
  await writeThrough(outPath, bytes);
  const kind = channels === 4 ? 'png' : 'jpeg';
  return { kind, sizeBytes: bytes.length, hash: hashBytes(bytes) };
}

async function loadLibheif(): Promise<Libheif> {
  const { default: load } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs');
  return load({ print: () => {}, printErr: () => {} });
}

type Decoded = {
  pixels: Uint8Array;
  widthPx: number;
  heightPx: number;
  strideBytes: number;
  channels: 3 | 4;
  profile: Buffer | undefined;
};

/** The picture that the file names as its main one: rotated and mirrored as it says. */
function decode(lib: Libheif, file: Uint8Array): Decoded {
  const { call, word } = heifCalls(lib);
  const context = lib._heif_context_alloc();
  limit(lib, context);
  const bytes = lib._malloc(file.length);
  if (!bytes) throw new Problem('heic-refused');
  lib.HEAPU8.set(file, bytes);
  call((error) => lib._heif_context_read_from_memory(error, context, bytes, file.length, 0));
  const handle = word((error, out) =>
    lib._heif_context_get_primary_image_handle(error, context, out),
  );
  refuseTooLarge(
    lib._heif_image_handle_get_width(handle),
    lib._heif_image_handle_get_height(handle),
  );
  const channels = lib._heif_image_handle_has_alpha_channel(handle) ? 4 : 3;
  const tiled = channels === 3 ? decodeHeifTiles(lib, handle) : undefined;
  if (tiled) return { ...tiled, channels: 3, profile: readProfile(lib, handle) };
  const chroma = channels === 4 ? interleaved.rgba : interleaved.rgb;
  const image = word((error, out) => lib._heif_decode_image(error, handle, out, rgb, chroma, 0));
  const widthPx = lib._heif_image_get_width(image, interleaved.channel);
  const heightPx = lib._heif_image_get_height(image, interleaved.channel);
  const strideAt = lib._malloc(4);
  const plane = lib._heif_image_get_plane_readonly(image, interleaved.channel, strideAt);
  const strideBytes = readWord(lib, strideAt);
  if (!plane || strideBytes % channels !== 0 || widthPx < 1 || heightPx < 1)
    return copyRows(lib, { plane, strideBytes, widthPx, heightPx, channels }, handle);
  const pixels = lib.HEAPU8.subarray(plane, plane + strideBytes * heightPx);
  return { pixels, widthPx, heightPx, strideBytes, channels, profile: readProfile(lib, handle) };
}

type Plane = Omit<Decoded, 'pixels' | 'profile'> & { plane: number };

/** Rows end anywhere in memory; where that is not at a whole pixel, they are moved together. */
function copyRows(lib: Libheif, at: Plane, handle: number): Decoded {
  const { plane, strideBytes, widthPx, heightPx, channels } = at;
  if (!plane || widthPx < 1 || heightPx < 1) throw new Problem('heic-refused');
  const rowBytes = widthPx * channels;
  const pixels = new Uint8Array(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const from = plane + y * strideBytes;
    pixels.set(lib.HEAPU8.subarray(from, from + rowBytes), y * rowBytes);
  }
  const profile = readProfile(lib, handle);
  return { pixels, widthPx, heightPx, strideBytes: rowBytes, channels, profile };
}

/** The profile that the file carries, or one for the primaries that it names by number. Without either
 *  it is sRGB. */
function readProfile(lib: Libheif, handle: number): Buffer | undefined {
  const { call } = heifCalls(lib);
  const sizeBytes = lib._heif_image_handle_get_raw_color_profile_size(handle);
  if (sizeBytes > 0) {
    const at = lib._malloc(sizeBytes);
    call((error) => lib._heif_image_handle_get_raw_color_profile(error, handle, at));
    return Buffer.from(lib.HEAPU8.subarray(at, at + sizeBytes));
  }
  const [error, out] = [lib._malloc(12), lib._malloc(4)];
  lib._heif_image_handle_get_nclx_color_profile(error, handle, out);
  if (readWord(lib, error) !== 0) return undefined;
  // A version number stands before the number of the primaries.
  return primaries[readWord(lib, readWord(lib, out) + 4)];
}

function refuseTooLarge(widthPx: number, heightPx: number): void {
  if (widthPx > maxSidePx || heightPx > maxSidePx || widthPx * heightPx > 2 * maxHeicPixels)
    throw new Problem('picture-too-large', { widthPx, heightPx });
  if (widthPx * heightPx > maxHeicPixels) throw new Problem('heic-refused');
}

/** Tells the decoder the studio's limits, in the structure that it reads them from. */
function limit(lib: Libheif, context: number): void {
  const at = lib._heif_context_get_security_limits(context);
  const view = new DataView(lib.HEAPU8.buffer);
  const [maxImagePixels, maxTiles, maxBlockBytes, maxTotalBytes] = [8, 16, 40, 64] as const;
  view.setBigUint64(at + maxImagePixels, BigInt(maxHeicPixels * 2), true);
  view.setBigUint64(at + maxTiles, 4096n, true);
  view.setBigUint64(at + maxBlockBytes, BigInt(maxMemoryBytes / 2), true);
  view.setBigUint64(at + maxTotalBytes, BigInt(maxMemoryBytes), true);
}
