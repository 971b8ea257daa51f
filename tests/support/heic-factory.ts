import { execFileSync } from 'node:child_process';

type Plain = { widthPx: number; heightPx: number };
export type HeicOptions = Plain & {
  /** RGB, three bytes a pixel. */
  pixels: Buffer;
  bits?: 8 | 10;
  /** Quarter turns against the clock, as the file's `irot` says. */
  turns?: 0 | 1 | 2 | 3;
  mirror?: 'vertical' | 'horizontal';
  /** Tiles of this side under a grid, as phones write them; else one picture. */
  tilePx?: number;
  icc?: Buffer;
  /** Primaries by number, where there is no profile: 12 is P3. */
  primaries?: number;
  /** Tells another size than the coded one. */
  claimed?: Plain;
};

/** Writes a HEIC picture from frames that ffmpeg's HEVC encoder makes; the boxes around them are ours,
 *  after ISO/IEC 23008-12. */
export function writeHeic(ffmpegPath: string, options: HeicOptions): Buffer {
  const tiles = options.tilePx ? cutTiles(options, options.tilePx) : [options];
  const coded = tiles.map((tile) => encodeFrame(ffmpegPath, { ...options, ...tile }));
  const grid = options.tilePx ? [gridItem(options, options.tilePx)] : [];
  const items = [...grid, ...coded.map(({ frame }) => frame)];
  const [first] = coded;
  const [tile] = tiles;
  if (!first || !tile) throw new Error('a picture has at least one tile');
  const properties = propertiesOf(options, tile, first.config);
  const build = (dataAt: number) => [
    box('ftyp', ascii('heic'), u32(0), ascii('mif1heic')),
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), ascii('pict'), Buffer.alloc(12), ascii('\0')),
      fullBox('pitm', 0, u16(1)),
      locations(items, dataAt),
      fullBox('iinf', 0, u16(items.length), ...items.map((_, at) => entry(at, grid.length > 0))),
      ...(grid.length > 0 ? [references(coded.length)] : []),
      box('iprp', box('ipco', ...properties.boxes), associations(items.length, properties)),
    ),
  ];
  const before = Buffer.concat(build(0)).length + 8;
  return Buffer.concat([...build(before), box('mdat', ...items)]);
}

type Properties = { boxes: Buffer[]; ofMain: number[]; ofTile: number[] };

/** Shared descriptions; items name them by their place from 1. */
function propertiesOf(options: HeicOptions, tile: Plain, config: Buffer): Properties {
  const { turns = 0, mirror, icc, primaries = 1, tilePx } = options;
  const claimed = options.claimed ?? options;
  const colour = icc
    ? box('colr', ascii('prof'), icc)
    : box('colr', ascii('nclx'), u16(primaries), u16(13), u16(6), Buffer.from([0x80]));
  const size = ({ widthPx, heightPx }: Plain) => fullBox('ispe', 0, u32(widthPx), u32(heightPx));
  const boxes = [
    box('hvcC', config),
    colour,
    size(claimed),
    ...(turns ? [box('irot', Buffer.from([turns]))] : []),
    ...(mirror ? [box('imir', Buffer.from([mirror === 'vertical' ? 0 : 1]))] : []),
  ];
  const shape = boxes.map((_, at) => at + 1).filter((at) => at > 2);
  if (!tilePx) return { boxes, ofMain: [1, 2, ...shape], ofTile: [] };
  boxes.push(size(tile));
  return { boxes, ofMain: [2, ...shape], ofTile: [1, boxes.length] };
}

function cutTiles({ pixels, widthPx, heightPx }: HeicOptions, side: number) {
  const tiles: (Plain & { pixels: Buffer })[] = [];
  for (let top = 0; top < heightPx; top += side)
    for (let left = 0; left < widthPx; left += side) {
      const tile = Buffer.alloc(side * side * 3);
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) {
          const row = Math.min(heightPx - 1, top + y);
          const from = (row * widthPx + Math.min(widthPx - 1, left + x)) * 3;
          pixels.copy(tile, (y * side + x) * 3, from, from + 3);
        }
      tiles.push({ pixels: tile, widthPx: side, heightPx: side });
    }
  return tiles;
}

function gridItem({ widthPx, heightPx }: Plain, side: number): Buffer {
  const [rows, columns] = [Math.ceil(heightPx / side), Math.ceil(widthPx / side)];
  return Buffer.concat([Buffer.from([0, 0, rows - 1, columns - 1]), u16(widthPx), u16(heightPx)]);
}

/** One frame with its length before each unit, and the description that the decoder wants. */
function encodeFrame(
  ffmpegPath: string,
  { pixels, widthPx, heightPx, bits = 8 }: HeicOptions,
): { frame: Buffer; config: Buffer } {
  const stream = execFileSync(
    ffmpegPath,
    [
      ...['-nostdin', '-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24'],
      ...['-s', `${widthPx}x${heightPx}`, '-i', 'pipe:0'],
      ...['-vf', 'scale=out_color_matrix=bt601:out_range=full', '-frames:v', '1'],
      ...[
        '-pix_fmt',
        bits === 10 ? 'yuv444p10le' : 'yuv420p',
        '-c:v',
        'libx265',
        '-preset',
        'ultrafast',
      ],
      ...['-x265-params', 'log-level=error:keyint=1:info=0:crf=6:range=full:pools=1'],
      ...['-f', 'hevc', 'pipe:1'],
    ],
    { input: pixels, maxBuffer: 1 << 28 },
  );
  const units = splitUnits(stream);
  const kind = (unit: Buffer) => ((unit[0] ?? 0) >> 1) & 63;
  const frame = units.filter((unit) => kind(unit) < 32).flatMap((unit) => [u32(unit.length), unit]);
  return { frame: Buffer.concat(frame), config: configOf(units, kind, bits) };
}

function configOf(units: Buffer[], kind: (unit: Buffer) => number, bits: number): Buffer {
  const sets = [32, 33, 34].map((wanted) => units.filter((unit) => kind(unit) === wanted));
  const chroma = bits === 10 ? 3 : 1;
  const profile = bits === 10 ? 4 : 1;
  return Buffer.concat([
    Buffer.from([1, profile, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93, 0xf0, 0, 0xfc]),
    Buffer.from([0xfc | chroma, 0xf8 | (bits - 8), 0xf8 | (bits - 8), 0, 0, 0x0f, sets.length]),
    ...sets.flatMap((set, at) => [
      Buffer.from([0x80 | (32 + at)]),
      u16(set.length),
      ...set.flatMap((unit) => [u16(unit.length), unit]),
    ]),
  ]);
}

/** The units between start codes. */
function splitUnits(stream: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = 0; at + 3 <= stream.length; at++)
    if (stream[at] === 0 && stream[at + 1] === 0 && stream[at + 2] === 1) starts.push(at + 3);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    let end = next === undefined ? stream.length : next - 3;
    while (end > start && stream[end - 1] === 0) end--;
    return stream.subarray(start, end);
  });
}

function locations(items: readonly Buffer[], dataAt: number): Buffer {
  let at = dataAt;
  const rows = items.map((item, index) => {
    const row = Buffer.concat([u16(index + 1), u16(0), u16(1), u32(at), u32(item.length)]);
    at += item.length;
    return row;
  });
  return fullBox('iloc', 0, Buffer.from([0x44, 0]), u16(items.length), ...rows);
}

function entry(index: number, hasGrid: boolean): Buffer {
  const type = hasGrid && index === 0 ? 'grid' : 'hvc1';
  return fullBox('infe', 2, u16(index + 1), u16(0), ascii(`${type}\0`));
}

function references(tiles: number): Buffer {
  const to = Array.from({ length: tiles }, (_, index) => u16(index + 2));
  return fullBox('iref', 0, box('dimg', u16(1), u16(tiles), ...to));
}

function associations(count: number, { ofMain, ofTile }: Properties): Buffer {
  const rows = Array.from({ length: count }, (_, index) => {
    const list = index === 0 ? ofMain : ofTile;
    return Buffer.concat([u16(index + 1), Buffer.from([list.length, ...list])]);
  });
  return fullBox('ipma', 0, u32(count), ...rows);
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), ascii(type), body]);
}
function fullBox(type: string, version: number, ...parts: Buffer[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...parts);
}
function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
