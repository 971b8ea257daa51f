import type { ProblemCode } from '../../shared/contract/problems.ts';

/** What the first bytes say a file is; its name is never asked. */
export type Sniffed =
  | { kind: 'photo'; mime: string; extension: string }
  | { kind: 'audio'; mime: string; extension: string }
  | { kind: 'video'; mime: string; extension: string; demuxer: string }
  | { kind: 'refused'; code: ProblemCode };

/** How many bytes from the start `sniff` wants to see. */
export const sniffBytes = 4096;

const sound = (mime: string, extension: string): Sniffed => ({ kind: 'audio', mime, extension });
const photo = (mime: string, extension: string): Sniffed => ({ kind: 'photo', mime, extension });
const refused = (code: ProblemCode): Sniffed => ({ kind: 'refused', code });

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const rawBrands = new Set(['crx ']);

/** Decides by content alone. Only what the allow-list names goes on to a decoder: SVG, lists that
 *  point at other files and everything unknown stop here. */
export function sniff(head: Uint8Array): Sniffed {
  if (head.length === 0) return refused('file-empty');
  const ascii = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  return (
    sniffPhoto(ascii) ??
    sniffBoxes(ascii) ??
    sniffVideo(ascii) ??
    sniffSound(ascii) ??
    sniffRefused(ascii)
  );
}

function sniffPhoto(ascii: string): Sniffed | undefined {
  if (ascii.startsWith('\xff\xd8\xff')) return photo('image/jpeg', 'jpg');
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return photo('image/png', 'png');
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return photo('image/gif', 'gif');
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return photo('image/webp', 'webp');
  if (isTiff(ascii)) return isRawTiff(ascii) ? refused('raw-refused') : photo('image/tiff', 'tiff');
  return undefined;
}

function isTiff(ascii: string): boolean {
  return /^(?:II[*+]\0|MM\0[*+])/.test(ascii);
}

/** Canon's CR2 says so; DNG, NEF and ARW are TIFF whose first directory names a raw maker. */
function isRawTiff(ascii: string): boolean {
  if (ascii.slice(8, 10) === 'CR') return true;
  return dngVersionTags.some((tag) => ascii.slice(0, 1024).includes(tag));
}
// Tag 50706 (DNGVersion), type byte, four of them, in both byte orders.
const dngVersionTags = ['\x12\xc6\x01\0\x04\0\0\0', '\xc6\x12\0\x01\0\0\0\x04'];

/** Files made of ISO boxes: AVIF, HEIC, JPEG XL, MP4, MOV. */
function sniffBoxes(ascii: string): Sniffed | undefined {
  if (ascii.startsWith('\0\0\0\x0cJXL \r\n\x87\n')) return refused('jxl-refused');
  if (ascii.slice(4, 8) !== 'ftyp') return undefined;
  const brand = ascii.slice(8, 12);
  const sizeBytes = Buffer.from(ascii.slice(0, 4), 'latin1').readUInt32BE(0);
  const others = ascii.slice(16, Math.min(sizeBytes, 256));
  if (brand === 'avif' || brand === 'avis') return photo('image/avif', 'avif');
  if (rawBrands.has(brand)) return refused('raw-refused');
  if (heicBrands.has(brand)) {
    return others.includes('avif') && !others.includes('hei')
      ? photo('image/avif', 'avif')
      : photo('image/heic', 'heic');
  }
  if (brand === 'M4A ' || brand === 'M4B ') return sound('audio/mp4', 'm4a');
  const isMov = brand === 'qt  ';
  return {
    kind: 'video',
    mime: isMov ? 'video/quicktime' : 'video/mp4',
    extension: isMov ? 'mov' : 'mp4',
    demuxer: 'mov',
  };
}

function sniffVideo(ascii: string): Sniffed | undefined {
  if (ascii.startsWith('\x1aE\xdf\xa3')) {
    const isWebm = ascii.slice(0, 64).includes('webm');
    return isWebm
      ? { kind: 'video', mime: 'video/webm', extension: 'webm', demuxer: 'matroska' }
      : { kind: 'video', mime: 'video/x-matroska', extension: 'mkv', demuxer: 'matroska' };
  }
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'AVI ')
    return { kind: 'video', mime: 'video/x-msvideo', extension: 'avi', demuxer: 'avi' };
  return undefined;
}

function sniffSound(ascii: string): Sniffed | undefined {
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WAVE') return sound('audio/wav', 'wav');
  if (ascii.startsWith('OggS')) return sound('audio/ogg', 'ogg');
  if (ascii.startsWith('fLaC')) return sound('audio/flac', 'flac');
  // A tag before the sound, or a frame of layer III at once.
  const isTagged = ascii.startsWith('ID3') && [2, 3, 4].includes(ascii.charCodeAt(3));
  if (isTagged || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(ascii)) return sound('audio/mpeg', 'mp3');
  return undefined;
}

function sniffRefused(ascii: string): Sniffed {
  if (ascii.startsWith('\xff\x0a')) return refused('jxl-refused');
  if (ascii.startsWith('8BPS')) return refused('psd-refused');
  if (ascii.slice(0, 1024).includes('%PDF-')) return refused('pdf-refused');
  if (/^(?:FUJIFILMCCD-RAW|IIRO|IIRS|IIU\0)/.test(ascii)) return refused('raw-refused');
  // Text may come as UTF-16: the zeros between its letters are dropped.
  const text = ascii.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (/^\s*(?:ffconcat|#EXTM3U|\[playlist\])/i.test(text) || /^\s*file\s+['"]?\S/i.test(text))
    return refused('playlist-refused');
  if (/<svg[\s>]|<!DOCTYPE svg/i.test(text)) return refused('svg-refused');
  return refused('not-a-picture');
}
