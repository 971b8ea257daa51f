import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A seeded source of numbers from 0 to 1 (mulberry32): the same files in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Photo-like pixels: soft colour fields with some grain, so that encoders have real work. What depends
 *  on a column or a diagonal alone is reckoned once, because many millions are wanted. */
export function photoPixels(widthPx: number, heightPx: number, seed = 1): Buffer {
  const random = seededRandom(seed);
  const [a, b, c] = [random() * 6, random() * 6, random() * 6] as const;
  const across = Float64Array.from({ length: widthPx }, (_, x) => 90 * Math.sin(a + x / 97));
  const aslant = Float64Array.from(
    { length: widthPx + heightPx },
    (_, sum) => 110.5 + 70 * Math.cos(c + sum / 160),
  );
  // The sine of a sum from the sines of its parts.
  const [sines, cosines] = [Math.sin, Math.cos].map((wave) =>
    Float64Array.from({ length: widthPx }, (_, x) => 80 * wave(x / 240)),
  ) as [Float64Array, Float64Array];
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const [down, sine, cosine] = [Math.cos(y / 131), Math.sin(b + y / 89), Math.cos(b + y / 89)];
    for (let x = 0; x < widthPx; x++, at += 3) {
      const grain = (random() - 0.5) * 18;
      pixels[at] = Math.floor(128.5 + (across[x] ?? 0) * down + grain);
      pixels[at + 1] = Math.floor(
        128.5 + sine * (cosines[x] ?? 0) + cosine * (sines[x] ?? 0) + grain,
      );
      pixels[at + 2] = Math.floor((aslant[x + y] ?? 0) + grain);
    }
  }
  return Buffer.from(pixels.buffer);
}

function photo(widthPx: number, heightPx: number, seed?: number) {
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  return sharp(photoPixels(widthPx, heightPx, seed), { raw });
}

/** A black PNG of one bit a pixel, written by hand: no encoder takes such sizes gladly. */
function blankPng(widthPx: number, heightPx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(widthPx / 8)) * heightPx);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}

export type MediaFactory = ReturnType<typeof createMediaFactory>;

/** Makes every kind of good and bad file that a merchant may bring, in one folder. */
export function createMediaFactory(folder: string) {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  const keep = (name: string, bytes: Buffer | string): string => {
    writeFileSync(at(name), bytes);
    return at(name);
  };
  const jpeg = async (name = 'photo.jpg', widthPx = 1600, heightPx = 1200, seed?: number) =>
    keep(name, await photo(widthPx, heightPx, seed).jpeg({ quality: 88 }).toBuffer());

  return {
    folder,
    keep,
    jpeg,
    /** Lying on its side, with a place and a camera in its EXIF. */
    exifJpeg: async (name = 'exif.jpg', orientation = 6) =>
      keep(
        name,
        await photo(1200, 900)
          .withMetadata({ orientation })
          .withExif({
            IFD0: { Make: 'CanaryCam', Model: 'SN-12345', Orientation: String(orientation) },
            IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 0/1' },
          })
          .jpeg()
          .toBuffer(),
      ),
    truncatedJpeg: async (name: string, keptFrac: number) => {
      const whole = await photo(1600, 1200).jpeg({ quality: 88 }).toBuffer();
      return keep(name, whole.subarray(0, Math.floor(whole.length * keptFrac)));
    },
    png: async (name = 'clear.png') =>
      keep(
        name,
        await sharp({ create: { width: 900, height: 700, channels: 4, background: '#2f7a4fb0' } })
          .png()
          .toBuffer(),
      ),
    cmykJpeg: async (name = 'print.jpg') =>
      keep(name, await photo(1200, 1200).toColourspace('cmyk').jpeg().toBuffer()),
    greyTiff: async (name = 'grey.tif') =>
      keep(name, await photo(1100, 1100).greyscale().tiff().toBuffer()),
    avif: async (name = 'new.avif') =>
      keep(name, await photo(1100, 1100).avif({ effort: 0 }).toBuffer()),
    webp: async (name = 'web.webp') => keep(name, await photo(1100, 1100).webp().toBuffer()),
    animation: async (name = 'moving.gif') =>
      keep(
        name,
        await sharp(photoPixels(320, 960), {
          raw: { width: 320, height: 960, channels: 3, pageHeight: 320 },
        })
          .gif({ delay: [100, 100, 100] })
          .toBuffer(),
      ),
    /** 30,000 pixels wide in a few kilobytes. */
    widePng: (name = 'wide.png') => keep(name, blankPng(30_000, 200)),
    /** 16,000 × 16,000 pixels: a few kilobytes on disk, three quarters of a gigabyte open. */
    bombPng: (name = 'bomb.png') => keep(name, blankPng(16_000, 16_000)),
    empty: (name = 'empty.jpg') => keep(name, ''),
    svg: (name = 'drawing.jpg') =>
      keep(
        name,
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">' +
          '<image href="secret.png" width="900" height="900"/></svg>',
      ),
    pdf: (name = 'menu.jpg') => keep(name, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
    psd: (name = 'work.psd') =>
      keep(name, Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(40)])),
    jxl: (name = 'next.jxl') =>
      keep(name, Buffer.from('\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl ', 'latin1')),
    heic: (name = 'IMG_2041.HEIC') =>
      keep(name, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic' + 'x'.repeat(64), 'latin1')),
    dng: (name = 'sensor.dng') =>
      keep(
        name,
        Buffer.from('II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0\0\0\0\0', 'latin1'),
      ),
    playlist: (name = 'clip.mp4') => keep(name, "ffconcat version 1.0\nfile 'secret.mp4'\n"),
    m3u: (name = 'stream.mp4') => keep(name, '#EXTM3U\n#EXTINF:5,\nsecret.mp4\n'),
    text: (name = 'notes.jpg') => keep(name, 'Bonjour, ceci est une liste de courses.'),
    /** A short real film made by `ffmpeg`, with sound. */
    video: (ffmpegPath: string, name = 'film.mp4', seconds = 2, size = '720x1280') => {
      const file = at(name);
      execFileSync(ffmpegPath, [
        '-nostdin',
        '-v',
        'error',
        '-y',
        '-f',
        'lavfi',
        '-i',
        `testsrc=size=${size}:rate=30:duration=${seconds}`,
        '-f',
        'lavfi',
        '-i',
        `sine=frequency=440:duration=${seconds}`,
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-pix_fmt',
        'yuv420p',
        '-c:a',
        'aac',
        '-movflags',
        '+faststart',
        `file:${file}`,
      ]);
      return file;
    },
  };
}
