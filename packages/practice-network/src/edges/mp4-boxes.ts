import { open, type FileHandle } from 'node:fs/promises';

/** What the boxes of an MP4 or MOV say of it. */
export interface VideoFacts {
  widthPx: number;
  heightPx: number;
  durationMs: number;
  videoCodec: string;
  audioCodec?: string;
  framesPerSecond?: number;
  sizeBytes: number;
}

interface Box {
  type: string;
  start: number;
  end: number;
}

const maxIndexBytes = 64 * 1024 * 1024;

/** Reads the index (`moov`) of an MP4; undefined when there is none. */
export async function readMp4Facts(path: string): Promise<VideoFacts | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const index = await findIndex(file, size);
    return index && factsOf(index, size);
  } catch {
    // Cut short or nonsense: not a clip.
    return undefined;
  } finally {
    await file.close();
  }
}

async function findIndex(file: FileHandle, size: number): Promise<Buffer | undefined> {
  let at = 0;
  let first = true;
  while (at + 8 <= size) {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, at);
    const type = buffer.toString('latin1', 4, 8);
    if (first && type !== 'ftyp' && type !== 'moov' && type !== 'wide') return undefined;
    first = false;
    const short = buffer.readUInt32BE(0);
    const length =
      short === 1 ? Number(buffer.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < 8) return undefined;
    if (type === 'moov') {
      if (length > maxIndexBytes || at + length > size) return undefined;
      return (await file.read(Buffer.alloc(length), 0, length, at)).buffer;
    }
    at += length;
  }
  return undefined;
}

function factsOf(index: Buffer, sizeBytes: number): VideoFacts | undefined {
  const [moov] = boxes(index, 0, index.length);
  if (moov === undefined) return undefined;
  const children = boxes(index, moov.start, moov.end);
  const header = children.find((box) => box.type === 'mvhd');
  const tracks = children.filter((box) => box.type === 'trak').map((box) => readTrack(index, box));
  const video = tracks.find((track) => track.handler === 'vide');
  if (video === undefined || header === undefined) return undefined;
  const audio = tracks.find((track) => track.handler === 'soun');
  const movieMs = headerMs(index, header);
  return {
    widthPx: video.widthPx,
    heightPx: video.heightPx,
    durationMs: movieMs > 0 ? movieMs : video.durationMs,
    videoCodec: video.codec,
    ...(audio === undefined ? {} : { audioCodec: audio.codec }),
    ...(video.durationMs > 0 && video.samples > 0
      ? { framesPerSecond: (video.samples * 1000) / video.durationMs }
      : {}),
    sizeBytes,
  };
}

interface Track {
  handler: string;
  codec: string;
  widthPx: number;
  heightPx: number;
  durationMs: number;
  samples: number;
}

function readTrack(index: Buffer, trak: Box): Track {
  const media = find(index, trak, 'mdia');
  const table = media && find(index, find(index, media, 'minf') ?? media, 'stbl');
  const handler = media && find(index, media, 'hdlr');
  const timing = media && find(index, media, 'mdhd');
  const descriptions = table && find(index, table, 'stsd');
  const sizes = table && find(index, table, 'stsz');
  const shape = find(index, trak, 'tkhd');
  return {
    handler:
      handler === undefined ? '' : index.toString('latin1', handler.start + 8, handler.start + 12),
    codec:
      descriptions === undefined
        ? ''
        : index.toString('latin1', descriptions.start + 12, descriptions.start + 16),
    // Width and height close the track header, as 16.16 fixed point.
    widthPx: shape === undefined ? 0 : index.readUInt32BE(shape.end - 8) / 65536,
    heightPx: shape === undefined ? 0 : index.readUInt32BE(shape.end - 4) / 65536,
    durationMs: timing === undefined ? 0 : headerMs(index, timing),
    samples: sizes === undefined ? 0 : index.readUInt32BE(sizes.start + 8),
  };
}

/** Duration out of an `mvhd` or `mdhd`, which share their shape. */
function headerMs(index: Buffer, box: Box): number {
  const long = index[box.start] === 1;
  const scale = index.readUInt32BE(box.start + (long ? 20 : 12));
  const units = long
    ? Number(index.readBigUInt64BE(box.start + 24))
    : index.readUInt32BE(box.start + 16);
  return scale === 0 ? 0 : (units * 1000) / scale;
}

function find(index: Buffer, parent: Box, type: string): Box | undefined {
  return boxes(index, parent.start, parent.end).find((box) => box.type === type);
}

function boxes(index: Buffer, from: number, to: number): Box[] {
  const list: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = index.readUInt32BE(at);
    const type = index.toString('latin1', at + 4, at + 8);
    const header = short === 1 ? 16 : 8;
    const length =
      short === 1 ? Number(index.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < header || at + length > to) break;
    list.push({ type, start: at + header, end: at + length });
    at += length;
  }
  return list;
}
